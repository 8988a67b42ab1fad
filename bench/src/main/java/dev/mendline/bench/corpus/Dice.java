package dev.mendline.bench.corpus;

import java.util.List;

/**
 * Deterministic random numbers, equal on all machines and JDKs. SplitMix64 (Steele, Lea, Flood: Fast splittable
 * pseudorandom number generators, 2014). Not thread-safe.
 */
public final class Dice {
    private long state;

    public Dice(long seed) {
        state = seed;
    }

    long next() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Returns a number from 0, below the bound. */
    public int below(int bound) {
        // Takes the upper half of the product: no division, and a negligible bias.
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** Returns true with this probability, 0 to 1. */
    boolean falls(double chance) {
        return (next() >>> 11) * 0x1.0p-53 < chance;
    }

    /** Returns a random element. */
    public <T> T of(List<T> some) {
        return some.get(below(some.size()));
    }
}
