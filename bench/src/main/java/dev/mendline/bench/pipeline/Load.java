package dev.mendline.bench.pipeline;

import dev.mendline.bench.corpus.Mix;

/**
 * How much is measured.
 *
 * @param warmUps rounds that do not count
 * @param calm lines of the topic with few errors
 * @param outage lines of the one with many, of which each takes longer
 * @param isOutageTwice whether at least once is measured with many errors too, as it is with few
 * @param profiles runs from which it is told where the time goes; 0 for not telling
 */
public record Load(int warmUps, int rounds, int calm, int outage, boolean isOutageTwice, int profiles) {
    private static final int PROFILES = 3;
    /** A compiler that works beside what is measured takes one of the processors of a small machine for rounds. */
    private static final int WARM_UPS = 3;

    /** What figures are published from. */
    public static Load full(int rounds, boolean isProfiled) {
        return new Load(WARM_UPS, rounds, 2_000_000, 400_000, true, isProfiled ? PROFILES : 0);
    }

    /** To see whether everything runs, and where it stands, within minutes. */
    public static Load quick(int rounds, boolean isProfiled) {
        return new Load(WARM_UPS, rounds, 600_000, 20_000, false, isProfiled ? PROFILES : 0);
    }

    int lines(Mix mix) {
        return mix == Mix.CALM ? calm : outage;
    }

    /** Everybody counts exactly once, which is what ships; at least once is there beside it for our own stages. */
    boolean has(Mix mix, Entrant entrant, Guarantee guarantee) {
        return guarantee == Guarantee.EXACTLY_ONCE || (entrant.isOurs() && (mix == Mix.CALM || isOutageTwice));
    }
}
