package dev.mendline.bench.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Comparison of candidates that are measured in turn.
 *
 * @param note note for the table; may be empty
 */
public record Comparison<C extends Candidate<R>, R>(
        String title, String note, List<C> candidates, List<Column<C, R>> columns) {
    public Comparison {
        candidates = List.copyOf(candidates);
        columns = List.copyOf(columns);
    }

    /**
     * Measures all candidates in each round, in reverse order every second round.
     *
     * @param progress called after each measurement
     * @return the table in Markdown, with its heading
     */
    public String run(int rounds, Consumer<String> progress) {
        List<Map<C, R>> results = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            Map<C, R> result = new HashMap<>();
            for (C candidate : order(round)) {
                R measured = candidate.measure();
                result.put(candidate, measured);
                progress.accept(
                        "%s, round %d of %d: %s: %s".formatted(title, round + 1, rounds, candidate.title(), measured));
            }
            results.add(result);
        }
        return table(results);
    }

    /** Returns the order of a round; it alternates so that slow changes of the machine affect all alike. */
    private List<C> order(int round) {
        int last = candidates.size() - 1;
        return IntStream.rangeClosed(0, last)
                .mapToObj(i -> candidates.get(round % 2 == 0 ? i : last - i))
                .toList();
    }

    private String table(List<Map<C, R>> results) {
        return "### " + title + "\n\n" + (note.isEmpty() ? "" : note + "\n\n")
                + row("", columns.stream().map(Column::heading))
                + row("---", columns.stream().map(column -> "---"))
                + candidates.stream()
                        .map(candidate -> row(
                                candidate.title(),
                                columns.stream().map(column -> column.cell().text(candidate, results))))
                        .collect(Collectors.joining());
    }

    private static String row(String first, Stream<String> cells) {
        return Stream.concat(Stream.of(first), cells).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
