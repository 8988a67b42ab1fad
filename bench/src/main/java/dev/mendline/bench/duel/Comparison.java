package dev.mendline.bench.duel;

import java.util.Optional;
import java.util.function.Function;

/**
 * A column of ratios.
 *
 * @param base whom somebody is compared with, or nobody
 * @param isCost whether the ratio is of costs, or of speeds
 */
public record Comparison(String heading, Function<Contestant, Optional<Contestant>> base, boolean isCost) {
    /** How many times as fast as that one everybody is. */
    static Comparison speedOf(String heading, Contestant base) {
        return new Comparison(heading, any -> Optional.of(base), false);
    }

    /** How many times what that one costs everybody costs. */
    static Comparison costOf(String heading, Contestant base) {
        return new Comparison(heading, any -> Optional.of(base), true);
    }

    /** The ratio in one round, by the processor's time. */
    double ratio(Score own, Score other) {
        double cost = own.nanosPerLine() / other.nanosPerLine();
        return isCost ? cost : 1 / cost;
    }
}
