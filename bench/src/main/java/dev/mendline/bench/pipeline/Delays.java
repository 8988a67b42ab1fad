package dev.mendline.bench.pipeline;

import java.util.Collection;

/**
 * Delays of one run, in milliseconds.
 *
 * @param linesPerSecond rate that was actually sent
 * @param p50 median
 * @param p99 99th percentile
 */
record Delays(double linesPerSecond, int samples, double p50, double p99, double max) {
    private static final double NANOS_PER_MILLI = 1e6;

    static Delays of(double linesPerSecond, Collection<Long> nanos) {
        double[] sorted = nanos.stream()
                .mapToDouble(each -> each / NANOS_PER_MILLI)
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("nothing arrived");
        }
        return new Delays(
                linesPerSecond, sorted.length, rank(sorted, 0.50), rank(sorted, 0.99), sorted[sorted.length - 1]);
    }

    /** Returns the percentile by nearest rank. */
    private static double rank(double[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    @Override
    public String toString() {
        return "p50 %.1f ms, p99 %.1f ms, at most %.1f ms".formatted(p50, p99, max);
    }
}
