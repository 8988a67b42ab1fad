package dev.mendline.bench.corpus;

/** Share of MongoDB errors in a corpus. */
public enum Mix {
    /** Mostly healthy service. */
    CALM(0.01, 7),
    /** Outage: every second line is an error. */
    OUTAGE(0.50, 8);

    private final double errors;
    private final long seed;

    Mix(double errors, long seed) {
        this.errors = errors;
        this.seed = seed;
    }

    /** Returns the share of errors, 0 to 1. */
    public double errors() {
        return errors;
    }

    long seed() {
        return seed;
    }

    /** Returns the share as text: {@code 1 %}. */
    public String share() {
        return Math.round(errors * 100) + " %";
    }
}
