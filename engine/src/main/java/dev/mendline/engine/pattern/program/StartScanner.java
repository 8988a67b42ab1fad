package dev.mendline.engine.pattern.program;

import dev.mendline.engine.pattern.syntax.ByteSet;
import org.jspecify.annotations.Nullable;

/** Search for positions where a match can start, judged by its first characters. */
final class StartScanner {
    private final boolean isAtStart;
    private final int required;
    private final @Nullable RareByte rare;

    /** Bits by byte: bit i is set if the byte can be character i of a match. */
    private final byte[] possible = new byte[ByteSet.VALUES];

    private final int all;

    StartScanner(PrefixSets prefix) {
        this.isAtStart = prefix.isAtStart();
        this.required = prefix.required();
        this.rare = RareByte.of(prefix);
        this.all = (1 << required) - 1;
        for (int i = 0; i < required; i++) {
            for (int c = 0; c < possible.length; c++) {
                possible[c] |= (byte) (prefix.sets().get(i).contains(c) ? 1 << i : 0);
            }
        }
    }

    /** Returns the first possible start from {@code first} on; -1 if there is none. */
    int next(byte[] bytes, int from, int to, int first) {
        int last = to - required;
        if (isAtStart || required == 0) {
            return first <= last && (first == from || !isAtStart) ? first : -1;
        }
        return rare != null ? next(rare, bytes, last, first) : next(bytes, last, first);
    }

    private int next(byte[] bytes, int last, int first) {
        for (int at = first; at <= last; at++) {
            if ((possible[bytes[at] & 0xff] & 1) != 0 && isPossible(bytes, at)) {
                return at;
            }
        }
        return -1;
    }

    private int next(RareByte sought, byte[] bytes, int last, int first) {
        int at = sought.next(bytes, first + sought.offset(), last + sought.offset()) - sought.offset();
        while (at >= first && !isPossible(bytes, at)) {
            at = sought.next(bytes, at + 1 + sought.offset(), last + sought.offset()) - sought.offset();
        }
        return at < first ? -1 : at;
    }

    /** Returns true if {@code at} is a possible start. */
    boolean canStartAt(byte[] bytes, int from, int to, int at) {
        return at <= to - required && (at == from || !isAtStart) && isPossible(bytes, at);
    }

    private boolean isPossible(byte[] bytes, int at) {
        int bits = all;
        for (int i = 0; i < required; i++) {
            bits &= possible[bytes[at + i] & 0xff] | ~(1 << i);
        }
        return bits == all;
    }
}
