package dev.mendline.bench.duel;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;

/**
 * A column of ratios.
 *
 * @param base whom somebody is compared with, or nobody
 * @param ratio of one's own score to the other's, in one round
 */
public record Comparison(
        String heading, Function<Contestant, Optional<Contestant>> base, ToDoubleBiFunction<Score, Score> ratio) {
    /** How many times as fast as that one everybody is, by the processor's time. */
    static Comparison speedOf(String heading, Contestant base) {
        return new Comparison(
                heading, any -> Optional.of(base), (own, other) -> other.nanosPerLine() / own.nanosPerLine());
    }

    /** How many times what that one costs everybody costs, by the processor's time. */
    static Comparison costOf(String heading, Contestant base) {
        return new Comparison(
                heading, any -> Optional.of(base), (own, other) -> own.nanosPerLine() / other.nanosPerLine());
    }

    /** How many times as fast as its base somebody is, by the clock on the wall. */
    public static Comparison rateOf(String heading, Function<Contestant, Optional<Contestant>> base) {
        return new Comparison(heading, base, (own, other) -> own.linesPerSecond() / other.linesPerSecond());
    }
}
