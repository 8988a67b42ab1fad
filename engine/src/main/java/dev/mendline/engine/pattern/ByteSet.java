package dev.mendline.engine.pattern;

/**
 * What a byte of a text may be.
 *
 * @param low the characters 0 to 63, a bit each
 * @param high the characters 64 to 127
 * @param beyond any character that is not ASCII
 */
record ByteSet(long low, long high, boolean beyond) {
    /** As many values as a byte of a text has; the last stands for everything that is not ASCII. */
    static final int VALUES = 129;

    static final ByteSet NONE = new ByteSet(0, 0, false);
    static final ByteSet ALL = new ByteSet(-1, -1, true);
    static final ByteSet DIGITS = range('0', '9');
    static final ByteSet WORDS =
            DIGITS.plus(range('a', 'z')).plus(range('A', 'Z')).plus(of('_'));
    static final ByteSet SPACES = range('\t', '\n').plus(range('\f', '\r')).plus(of(' '));

    static ByteSet of(int c) {
        return range(c, c);
    }

    static ByteSet range(int first, int last) {
        long low = 0;
        long high = 0;
        for (int c = first; c <= last; c++) {
            low |= c < 64 ? 1L << c : 0;
            high |= c < 64 ? 0 : 1L << c;
        }
        return new ByteSet(low, high, false);
    }

    ByteSet plus(ByteSet other) {
        return new ByteSet(low | other.low, high | other.high, beyond || other.beyond);
    }

    ByteSet negated() {
        return new ByteSet(~low, ~high, !beyond);
    }

    /** With each letter in its other case too. */
    ByteSet folded() {
        long letters = range('A', 'Z').high;
        return new ByteSet(low, high | (high & letters) << 32 | (high >>> 32 & letters), beyond);
    }

    boolean meets(ByteSet other) {
        return (low & other.low) != 0 || (high & other.high) != 0 || (beyond && other.beyond);
    }

    boolean contains(int c) {
        return c > 127 ? beyond : ((c < 64 ? low : high) >>> c & 1) != 0;
    }

    /** Its only character; -1 when it has none or several. */
    int only() {
        return beyond || Long.bitCount(low) + Long.bitCount(high) != 1 ? -1 : first();
    }

    /** The letter, in lower case, that it holds in both cases and nothing else; -1 when it is not so. */
    int letter() {
        boolean isPair = !beyond && low == 0 && Long.bitCount(high) == 2;
        int upper = first();
        return isPair && upper >= 'A' && upper <= 'Z' && contains(upper + 32) ? upper + 32 : -1;
    }

    private int first() {
        return low != 0 ? Long.numberOfTrailingZeros(low) : 64 + Long.numberOfTrailingZeros(high);
    }

    /** For lookup by {@code byte & 0xff}. */
    boolean[] table() {
        boolean[] table = new boolean[VALUES];
        for (int c = 0; c < VALUES; c++) {
            table[c] = contains(c);
        }
        return table;
    }
}
