package dev.mendline.bench.pipeline;

import dev.mendline.bench.corpus.Mix;
import java.util.List;

/**
 * How much is measured.
 *
 * @param calm lines of the topic with few errors
 * @param outage lines of the one with many, of which each takes longer
 * @param outageGuarantees those that are measured with many errors; with few, both are
 */
public record Load(int rounds, int calm, int outage, List<Guarantee> outageGuarantees) {
    public Load {
        outageGuarantees = List.copyOf(outageGuarantees);
    }

    /** What figures are published from. */
    public static Load full(int rounds) {
        return new Load(rounds, 2_000_000, 400_000, List.of(Guarantee.values()));
    }

    /** To see whether everything runs, and where it stands, within minutes. */
    public static Load quick(int rounds) {
        return new Load(rounds, 600_000, 120_000, List.of(Guarantee.EXACTLY_ONCE));
    }

    int lines(Mix mix) {
        return mix == Mix.CALM ? calm : outage;
    }

    List<Guarantee> guarantees(Mix mix) {
        return mix == Mix.CALM ? List.of(Guarantee.values()) : outageGuarantees;
    }
}
