package dev.mendline.bench.comparison;

/**
 * Candidate of a comparison.
 *
 * @param <R> result of a measurement; its text is shown as progress
 */
public interface Candidate<R> {
    String title();

    /** Measures it once, alone. */
    R measure();
}
