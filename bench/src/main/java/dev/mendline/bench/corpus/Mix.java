package dev.mendline.bench.corpus;

/** How many of a corpus' lines are errors of MongoDB. */
public enum Mix {
    /** What a service looks like that is mostly well. */
    CALM(0.01, 7),
    /** An outage: every second line. */
    OUTAGE(0.50, 8);

    private final double errors;
    private final long seed;

    Mix(double errors, long seed) {
        this.errors = errors;
        this.seed = seed;
    }

    /** The share of errors, 0 to 1. */
    public double errors() {
        return errors;
    }

    long seed() {
        return seed;
    }

    /** As tables say it: {@code 1 %}. */
    public String share() {
        return Math.round(errors * 100) + " %";
    }
}
