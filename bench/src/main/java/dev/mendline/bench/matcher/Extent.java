package dev.mendline.bench.matcher;

/**
 * Extent of the measurements.
 *
 * @param warmUps number of iterations that do not count
 * @param iterations number of iterations that count
 * @param millis duration of one iteration
 * @param patternTries total number of pattern tries for the reference result of one set and one corpus
 */
public record Extent(int rounds, int warmUps, int iterations, int millis, int patternTries) {
    /** Returns the extent for published figures. */
    public static Extent full(int rounds) {
        return new Extent(rounds, 3, 3, 1_000, 18_400_000);
    }

    /** Returns a short run, to check that everything works. */
    public static Extent quick(int rounds) {
        return new Extent(rounds, 3, 2, 500, 1_840_000);
    }
}
