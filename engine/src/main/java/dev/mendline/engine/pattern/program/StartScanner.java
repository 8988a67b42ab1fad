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

    /** Search for the rarest character that every match has at a fixed offset. It reads eight bytes at a time. */
    private static final class RareByte {
        private static final int CASE = 0x20;

        /** Characters of log lines by descending frequency. All others are rarer. */
        private static final String COMMON = " etaonirscdl0um1p.2gh-bf3y4w5:v6789k/\"=_TExA,CSOIj";

        private final int offset;
        private final int fold;
        private final int sought;
        private final long pattern;

        private RareByte(int offset, ByteSet set) {
            this.offset = offset;
            this.fold = set.letter() >= 0 ? CASE : 0;
            this.sought = Math.max(set.letter(), set.only());
            this.pattern = sought * EightBytes.ONES;
        }

        /** Returns the rarest required character; null if no required character is known. */
        static @Nullable RareByte of(PrefixSets prefix) {
            RareByte rarest = null;
            for (int i = 0; i < prefix.required(); i++) {
                ByteSet set = prefix.sets().get(i);
                if (set.only() >= 0 || set.letter() >= 0) {
                    RareByte here = new RareByte(i, set);
                    rarest = rarest == null || here.rarity() > rarest.rarity() ? here : rarest;
                }
            }
            return rarest;
        }

        private int rarity() {
            int rank = COMMON.indexOf(sought);
            return rank < 0 ? COMMON.length() : rank;
        }

        /** Returns the offset from the start of a match. */
        int offset() {
            return offset;
        }

        /** Returns the first occurrence from {@code first} to {@code last}, inclusive; -1 if there is none. */
        int next(byte[] bytes, int first, int last) {
            int at = first;
            long folds = fold * EightBytes.ONES;
            for (; at + EightBytes.COUNT <= last + 1; at += EightBytes.COUNT) {
                long other = (EightBytes.at(bytes, at) | folds) ^ pattern;
                long zero = (other - EightBytes.ONES) & ~other & EightBytes.TOPS;
                if (zero != 0) {
                    return at + (Long.numberOfTrailingZeros(zero) >>> 3);
                }
            }
            for (; at <= last; at++) {
                if ((bytes[at] | fold) == sought) {
                    return at;
                }
            }
            return -1;
        }
    }
}
