package dev.mendline.bench.duel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Results of a contest. */
public record Table(Contest contest, List<Map<Contestant, Score>> rounds) {
    private static final double MEGA = 1e6;

    public Table {
        rounds = rounds.stream().map(Map::copyOf).toList();
    }

    /** Returns the table in Markdown, with its heading. */
    public String markdown() {
        List<String> heading = new ArrayList<>(List.of("", "lines/s", "MB/s", "CPU ns/line"));
        contest.comparisons().forEach(comparison -> heading.add(comparison.heading()));
        String note = contest.note().isEmpty() ? "" : contest.note() + "\n\n";
        return "### " + contest.title() + "\n\n" + note + row(heading)
                + row(heading.stream().map(any -> "---").toList())
                + contest.contestants().stream()
                        .map(contestant -> row(cells(contestant)))
                        .collect(Collectors.joining());
    }

    private List<String> cells(Contestant contestant) {
        List<String> cells = new ArrayList<>(List.of(
                contestant.title(),
                spread(contestant, Score::linesPerSecond).text(),
                Spread.figure(spread(contestant, score -> score.linesPerSecond() * score.bytesPerLine() / MEGA)
                        .median()),
                spread(contestant, Score::nanosPerLine).text()));
        contest.comparisons().forEach(comparison -> cells.add(cell(contestant, comparison)));
        return cells;
    }

    private Spread spread(Contestant contestant, ToDoubleFunction<Score> figure) {
        return Spread.of(rounds.stream().map(round -> score(round, contestant)).mapToDouble(figure));
    }

    /** Returns the median of the ratios of each round, rather than the ratio of the medians. */
    private String cell(Contestant contestant, Comparison comparison) {
        return comparison
                .base()
                .apply(contestant)
                .map(base -> base.equals(contestant)
                        ? "1"
                        : Spread.of(rounds.stream()
                                        .mapToDouble(round -> comparison
                                                .ratio()
                                                .applyAsDouble(score(round, contestant), score(round, base))))
                                .text())
                .orElse("");
    }

    private static Score score(Map<Contestant, Score> round, Contestant contestant) {
        Score score = round.get(contestant);
        if (score == null) {
            throw new IllegalArgumentException(contestant.title() + " was not in the round");
        }
        return score;
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
