package dev.mendline.bench.duel;

/** Somebody who can be measured. */
public interface Contestant {
    /** As tables name it. */
    String title();

    /** Measures it once, alone. */
    Score measure(Effort effort);
}
