package dev.mendline.engine.matching;

import dev.mendline.engine.matching.LiteralFilter.Sink;
import java.util.List;

/** Scan for literals that are too short for the gram index. It looks at each byte of the text. */
final class ShortLiterals {
    private static final int BYTES = 256;

    private final LiteralBytes[] literals;
    private final int[][] byFirst = new int[BYTES][];

    ShortLiterals(LiteralBytes[] literals, List<Integer> shorts) {
        this.literals = literals;
        for (int value = 0; value < BYTES; value++) {
            byte first = (byte) value;
            byFirst[value] = shorts.stream()
                    .mapToInt(Integer::intValue)
                    .filter(literal -> literals[literal].startsWith(first))
                    .toArray();
        }
    }

    /** Returns false if the sink stopped the scan. */
    boolean scan(byte[] text, int from, int to, Sink sink) {
        for (int at = from; at < to; at++) {
            for (int literal : byFirst[text[at] & 0xff]) {
                if (literals[literal].occursAt(text, at, at, to) && !sink.found(literal, at)) {
                    return false;
                }
            }
        }
        return true;
    }
}
