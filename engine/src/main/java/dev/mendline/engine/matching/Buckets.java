package dev.mendline.engine.matching;

/**
 * The numbers that grams are told apart by: their hash, a power of two of them.
 *
 * @param bits 2 to the power of this is how many there are
 */
record Buckets(int bits) {
    private static final int GOLDEN_RATIO = 0x9E3779B1;

    int count() {
        return 1 << bits;
    }

    /** What {@link #of(int, int)} takes. */
    int shift() {
        return Integer.SIZE - bits;
    }

    int of(int gram) {
        return of(gram, shift());
    }

    /** The multiplication spreads all bits of the gram into the highest, and these are taken. */
    static int of(int gram, int shift) {
        return (gram * GOLDEN_RATIO) >>> shift;
    }
}
