package dev.mendline.engine.pattern.syntax;

/**
 * Set of characters of a text.
 *
 * @param low bits for the characters 0 to 63
 * @param high bits for the characters 64 to 127
 * @param beyond true if the set contains all characters that are not ASCII
 */
public record ByteSet(long low, long high, boolean beyond) {
    /** Number of different bytes in a text; the last one stands for all characters that are not ASCII. */
    public static final int VALUES = 129;

    public static final ByteSet NONE = new ByteSet(0, 0, false);
    public static final ByteSet ALL = new ByteSet(-1, -1, true);
    static final ByteSet DIGITS = range('0', '9');
    static final ByteSet WORDS =
            DIGITS.plus(range('a', 'z')).plus(range('A', 'Z')).plus(of('_'));
    static final ByteSet SPACES = range('\t', '\n').plus(range('\f', '\r')).plus(of(' '));

    public static ByteSet of(int c) {
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

    public ByteSet plus(ByteSet other) {
        return new ByteSet(low | other.low, high | other.high, beyond || other.beyond);
    }

    ByteSet negated() {
        return new ByteSet(~low, ~high, !beyond);
    }

    /** Returns this set with each letter in both cases. */
    public ByteSet folded() {
        long letters = range('A', 'Z').high;
        return new ByteSet(low, high | (high & letters) << 32 | (high >>> 32 & letters), beyond);
    }

    public boolean intersects(ByteSet other) {
        return (low & other.low) != 0 || (high & other.high) != 0 || (beyond && other.beyond);
    }

    public boolean contains(int c) {
        return c > 127 ? beyond : ((c < 64 ? low : high) >>> c & 1) != 0;
    }

    /** Returns the only character of the set; -1 if it has none or several. */
    public int only() {
        return beyond || Long.bitCount(low) + Long.bitCount(high) != 1 ? -1 : first();
    }

    /** Returns the lower-case letter if the set holds one letter in both cases and nothing else; otherwise -1. */
    public int letter() {
        boolean isPair = !beyond && low == 0 && Long.bitCount(high) == 2;
        int upper = first();
        return isPair && upper >= 'A' && upper <= 'Z' && contains(upper + 32) ? upper + 32 : -1;
    }

    private int first() {
        return low != 0 ? Long.numberOfTrailingZeros(low) : 64 + Long.numberOfTrailingZeros(high);
    }

    /** Returns a table for lookup by {@code byte & 0xff}. */
    public boolean[] table() {
        boolean[] table = new boolean[VALUES];
        for (int c = 0; c < VALUES; c++) {
            table[c] = contains(c);
        }
        return table;
    }
}
