package dev.mendline.engine.matching;

/**
 * Hash buckets of grams.
 *
 * @param bits binary logarithm of the number of buckets
 */
record Buckets(int bits) {
    private static final int GOLDEN_RATIO = 0x9E3779B1;

    int count() {
        return 1 << bits;
    }

    /** Returns the shift for {@link #of(int, int)}. */
    int shift() {
        return Integer.SIZE - bits;
    }

    int of(int gram) {
        return of(gram, shift());
    }

    /** Returns the bucket of a gram by multiplicative (Fibonacci) hashing. */
    static int of(int gram, int shift) {
        return (gram * GOLDEN_RATIO) >>> shift;
    }
}
