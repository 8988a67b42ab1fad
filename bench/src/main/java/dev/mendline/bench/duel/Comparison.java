package dev.mendline.bench.duel;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;

/**
 * Column of ratios.
 *
 * @param base contestant to compare with, if any
 * @param ratio ratio of the own score to the base's, in one round
 */
public record Comparison(
        String heading, Function<Contestant, Optional<Contestant>> base, ToDoubleBiFunction<Score, Score> ratio) {
    /** Returns the speed relative to the base, by processor time. */
    static Comparison speedOf(String heading, Contestant base) {
        return new Comparison(
                heading, any -> Optional.of(base), (own, other) -> other.nanosPerLine() / own.nanosPerLine());
    }

    /** Returns the base's cost relative to each contestant's, by processor time. */
    static Comparison costOf(String heading, Contestant base) {
        return new Comparison(
                heading, any -> Optional.of(base), (own, other) -> own.nanosPerLine() / other.nanosPerLine());
    }

    /** Returns the speed relative to the base, by wall clock. */
    public static Comparison rateOf(String heading, Function<Contestant, Optional<Contestant>> base) {
        return new Comparison(heading, base, (own, other) -> own.linesPerSecond() / other.linesPerSecond());
    }
}
