package dev.mendline.bench.corpus;

import java.util.List;
import java.util.SplittableRandom;

/** Random numbers from a seed, equal on all machines. Not thread-safe. */
public final class SeededRandom {
    private final SplittableRandom random;

    public SeededRandom(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Returns a number from 0, below the bound. */
    public int below(int bound) {
        // Takes the upper half of the product: no division, and a negligible bias.
        return (int) (((random.nextLong() >>> 32) * bound) >>> 32);
    }

    /** Returns true with this probability, 0 to 1. */
    boolean isTrue(double probability) {
        return random.nextDouble() < probability;
    }

    /** Returns a random element. */
    public <T> T of(List<T> elements) {
        return elements.get(below(elements.size()));
    }
}
