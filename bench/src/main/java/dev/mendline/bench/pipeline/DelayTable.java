package dev.mendline.bench.pipeline;

import dev.mendline.bench.duel.Spread;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Results of several rounds of races. */
record DelayTable(List<Map<Lane, Delays>> rounds) {
    private static final List<String> HEADING = List.of(
            "", "lines/s", "samples a round", "p50 ms", "p99 ms", "max ms", "p50, identity = 1", "p99, identity = 1");

    DelayTable {
        rounds = rounds.stream().map(Map::copyOf).toList();
    }

    /** Returns the table in Markdown, with its heading. */
    String markdown() {
        return "### From a line to its incident\n\n"
                + row(HEADING)
                + row(HEADING.stream().map(any -> "---").toList())
                + Lane.all().stream().map(lane -> row(cells(lane))).collect(Collectors.joining());
    }

    private List<String> cells(Lane lane) {
        return List.of(
                lane.title(),
                spread(lane, Delays::linesPerSecond).text(),
                Spread.figure(spread(lane, Delays::samples).median()),
                spread(lane, Delays::p50).text(),
                spread(lane, Delays::p99).text(),
                spread(lane, Delays::max).text(),
                ratio(lane, Delays::p50),
                ratio(lane, Delays::p99));
    }

    private Spread spread(Lane lane, ToDoubleFunction<Delays> figure) {
        return Spread.of(rounds.stream().mapToDouble(round -> figure.applyAsDouble(of(lane, round))));
    }

    private String ratio(Lane lane, ToDoubleFunction<Delays> figure) {
        return lane.equals(lane.base())
                ? "1"
                : Spread.of(rounds.stream()
                                .mapToDouble(round -> figure.applyAsDouble(of(lane, round))
                                        / figure.applyAsDouble(of(lane.base(), round))))
                        .text();
    }

    private static Delays of(Lane lane, Map<Lane, Delays> round) {
        return Objects.requireNonNull(round.get(lane), lane.title());
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
