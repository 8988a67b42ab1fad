package dev.mendline.bench.corpus;

import java.util.List;

/**
 * Numbers that look random and are the same on every machine and with every JDK. SplitMix64 (Steele, Lea, Flood: Fast
 * splittable pseudorandom number generators, 2014). Not thread-safe.
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

    /** A number from 0 on and under the bound. */
    public int below(int bound) {
        // The upper half of the product: no division, and a bias that no corpus shows.
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** Whether something happens that happens with this chance, 0 to 1. */
    boolean falls(double chance) {
        return (next() >>> 11) * 0x1.0p-53 < chance;
    }

    /** One of them. */
    public <T> T of(List<T> some) {
        return some.get(below(some.size()));
    }
}
