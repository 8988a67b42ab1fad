package dev.mendline.engine.pattern.program;

import dev.mendline.engine.pattern.syntax.ByteSet;
import org.jspecify.annotations.Nullable;

/** Search for the rarest character that every match has at a fixed offset. It reads eight bytes at a time. */
final class RareByte {
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
