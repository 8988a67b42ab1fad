package dev.mendline.bench.method;

/** Search for signatures in lines. One thread at a time. */
@FunctionalInterface
public interface Method {
    /**
     * Sets bit i for each signature i whose pattern is found in the line.
     *
     * @param line UTF-8, without its end
     * @param hits bits, all cleared before
     * @return number of bits set
     */
    int match(byte[] line, long[] hits);

    /** Sets a bit and returns true if it was not set before. */
    static boolean set(long[] hits, int bit) {
        long before = hits[bit >> 6];
        hits[bit >> 6] = before | 1L << bit;
        return hits[bit >> 6] != before;
    }

    /** Returns true if the bit is set. */
    static boolean isSet(long[] hits, int bit) {
        return (hits[bit >> 6] >>> bit & 1) != 0;
    }
}
