package dev.mendline.engine.pattern;

import org.jspecify.annotations.Nullable;

/** The character that every match has at an offset and that other text has seldom, looked for eight bytes at a time. */
final class RareByte {
    private static final int CASE = 0x20;

    /** In log lines, the commonest first; what is not here is rarer. */
    private static final String COMMON = " etaonirscdl0um1p.2gh-bf3y4w5:v6789k/\"=_TExA,CSOIj";

    private final int offset;
    private final int fold;
    private final int sought;
    private final long pattern;

    private RareByte(int offset, ByteSet set) {
        this.offset = offset;
        this.fold = set.letter() >= 0 ? CASE : 0;
        this.sought = Math.max(set.letter(), set.only());
        this.pattern = sought * Octets.ONES;
    }

    /** The rarest of those that are known; null when none is. */
    static @Nullable RareByte of(Lead lead) {
        RareByte rarest = null;
        for (int i = 0; i < lead.required(); i++) {
            ByteSet set = lead.sets().get(i);
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

    /** How far behind the beginning of a match it stands. */
    int offset() {
        return offset;
    }

    /** The first place from {@code first} to {@code last}, inclusive, where it stands; -1 when it does not. */
    int next(byte[] bytes, int first, int last) {
        int at = first;
        long folds = fold * Octets.ONES;
        for (; at + Octets.COUNT <= last + 1; at += Octets.COUNT) {
            long other = (Octets.at(bytes, at) | folds) ^ pattern;
            long zero = (other - Octets.ONES) & ~other & Octets.TOPS;
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
