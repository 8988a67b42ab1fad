package dev.mendline.bench.comparison;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Column of a table.
 *
 * @param cell text for a candidate, from the results of each round
 */
public record Column<C extends Candidate<R>, R>(String heading, Cell<C, R> cell) {
    /** Text for a candidate. */
    @FunctionalInterface
    public interface Cell<C, R> {
        String text(C candidate, List<Map<C, R>> rounds);
    }

    /** Returns the median and range of a figure. */
    public static <C extends Candidate<R>, R> Column<C, R> spread(String heading, ToDoubleFunction<R> figure) {
        return new Column<>(
                heading,
                (own, rounds) ->
                        spread(rounds, round -> figure(own, round, figure)).text());
    }

    /** Returns the median of a figure. */
    public static <C extends Candidate<R>, R> Column<C, R> median(String heading, ToDoubleFunction<R> figure) {
        return new Column<>(
                heading,
                (own, rounds) -> Spread.figure(
                        spread(rounds, round -> figure(own, round, figure)).median()));
    }

    /**
     * Returns the ratio of a figure to that of another candidate; empty if that candidate was not measured. It is the
     * median of the ratios of each round, rather than the ratio of the medians.
     */
    public static <C extends Candidate<R>, R> Column<C, R> ratio(
            String heading, Function<C, C> base, ToDoubleFunction<R> figure) {
        return new Column<>(heading, (own, rounds) -> {
            C other = base.apply(own);
            if (own.equals(other)) {
                return "1";
            }
            return rounds.get(0).containsKey(other)
                    ? spread(rounds, round -> figure(own, round, figure) / figure(other, round, figure))
                            .text()
                    : "";
        });
    }

    private static <C, R> Spread spread(List<Map<C, R>> rounds, ToDoubleFunction<Map<C, R>> figure) {
        return Spread.of(rounds.stream().mapToDouble(figure));
    }

    private static <C extends Candidate<R>, R> double figure(C candidate, Map<C, R> round, ToDoubleFunction<R> figure) {
        return figure.applyAsDouble(Objects.requireNonNull(round.get(candidate), candidate.title()));
    }
}
