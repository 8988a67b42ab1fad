package dev.mendline.bench.matcher;

import java.util.BitSet;

/** Search for signatures in lines. One thread at a time. */
@FunctionalInterface
interface Method {
    /**
     * Sets bit i for each signature i whose pattern is found in the line.
     *
     * @param line UTF-8, without its end
     * @param hits empty before
     */
    void match(byte[] line, BitSet hits);
}
