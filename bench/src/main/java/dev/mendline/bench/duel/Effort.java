package dev.mendline.bench.duel;

/**
 * Extent of the measurements.
 *
 * @param warmUps number of iterations that do not count
 * @param iterations number of iterations that count
 * @param millis duration of one iteration
 * @param truths total number of pattern tries for the reference result of one set and one corpus
 */
public record Effort(int rounds, int warmUps, int iterations, int millis, int truths) {
    /** Returns the extent for published figures. */
    public static Effort full(int rounds) {
        return new Effort(rounds, 3, 3, 1_000, 18_400_000);
    }

    /** Returns a short run, to check that everything works. */
    public static Effort quick(int rounds) {
        return new Effort(rounds, 3, 2, 500, 1_840_000);
    }

    double warmUpSeconds() {
        return warmUps * millis / 1e3;
    }

    double seconds() {
        return iterations * millis / 1e3;
    }
}
