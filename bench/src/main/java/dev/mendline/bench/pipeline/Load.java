package dev.mendline.bench.pipeline;

import dev.mendline.bench.corpus.Mix;

/**
 * Extent of the measurement.
 *
 * @param warmUps rounds that do not count
 * @param calm lines of the topic with few errors
 * @param outage lines of the topic with many errors, which take longer
 * @param isOutageTwice true to measure at-least-once also with many errors
 * @param profiles number of runs for the profile; 0 for none
 */
public record Load(int warmUps, int rounds, int calm, int outage, boolean isOutageTwice, int profiles) {
    private static final int PROFILES = 3;
    /** Number of warm-up rounds; the JIT compiler uses one processor of a small machine for several rounds. */
    private static final int WARM_UPS = 3;

    /** Returns the extent for published figures. */
    public static Load full(int rounds, boolean isProfiled) {
        return new Load(WARM_UPS, rounds, 2_000_000, 400_000, true, isProfiled ? PROFILES : 0);
    }

    /** Returns a run of a few minutes, to check that everything works. */
    public static Load quick(int rounds, boolean isProfiled) {
        return new Load(WARM_UPS, rounds, 600_000, 20_000, false, isProfiled ? PROFILES : 0);
    }

    int lines(Mix mix) {
        return mix == Mix.CALM ? calm : outage;
    }

    /**
     * Returns true if this combination is measured: exactly-once, the shipped setting, for all; at-least-once only for
     * Mendline's stages.
     */
    boolean has(Mix mix, Entrant entrant, Guarantee guarantee) {
        return guarantee == Guarantee.EXACTLY_ONCE || (entrant.isOurs() && (mix == Mix.CALM || isOutageTwice));
    }
}
