package dev.mendline.engine.matching;

import dev.mendline.engine.matching.LiteralFilter.Sink;
import java.util.List;

/** Literals too short for grams: each byte of the text is looked at. */
final class ShortLiterals {
    private static final int BYTES = 256;

    private final Needle[] needles;
    private final int[][] byFirst = new int[BYTES][];

    ShortLiterals(Needle[] needles, List<Integer> literals) {
        this.needles = needles;
        for (int value = 0; value < BYTES; value++) {
            byte first = (byte) value;
            byFirst[value] = literals.stream()
                    .mapToInt(Integer::intValue)
                    .filter(literal -> needles[literal].startsWith(first))
                    .toArray();
        }
    }

    /** Whether the sink wanted all. */
    boolean scan(byte[] text, int from, int to, Sink sink) {
        for (int at = from; at < to; at++) {
            for (int literal : byFirst[text[at] & 0xff]) {
                if (needles[literal].standsAt(text, at, at, to) && !sink.found(literal, at)) {
                    return false;
                }
            }
        }
        return true;
    }
}
