package dev.mendline.bench.duel;

/** Candidate of a comparison. */
public interface Contestant {
    /** Returns the title for tables. */
    String title();

    /** Measures it once, alone. */
    Score measure(Effort effort);
}
