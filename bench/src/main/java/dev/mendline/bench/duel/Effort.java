package dev.mendline.bench.duel;

/**
 * How long is measured.
 *
 * @param warmUps iterations that do not count
 * @param iterations iterations that do
 * @param millis of one iteration
 * @param truths how many patterns are tried on lines, all in all, to learn what is true for one set and one corpus
 */
public record Effort(int rounds, int warmUps, int iterations, int millis, int truths) {
    /** What figures are published from. */
    public static Effort full(int rounds) {
        return new Effort(rounds, 3, 3, 1_000, 18_400_000);
    }

    /** To see whether everything runs, and about where it stands. */
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
