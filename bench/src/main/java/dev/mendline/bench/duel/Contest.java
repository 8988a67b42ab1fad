package dev.mendline.bench.duel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Contestants that are measured in turn and compared.
 *
 * @param note note for the table; may be empty
 */
public record Contest(String title, String note, List<Contestant> contestants, List<Comparison> comparisons) {
    public Contest {
        contestants = List.copyOf(contestants);
        comparisons = List.copyOf(comparisons);
    }

    /**
     * Measures all contestants in each round, in reverse order every second round.
     *
     * @param progress called after each measurement
     */
    public Table fight(Effort effort, Consumer<String> progress) {
        List<Map<Contestant, Score>> rounds = new ArrayList<>();
        for (int round = 0; round < effort.rounds(); round++) {
            Map<Contestant, Score> scores = new HashMap<>();
            for (Contestant contestant : order(round)) {
                Score score = contestant.measure(effort);
                scores.put(contestant, score);
                progress.accept("%s, round %d of %d: %s: %s lines/s, %s ns of CPU a line"
                        .formatted(
                                title,
                                round + 1,
                                effort.rounds(),
                                contestant.title(),
                                Spread.figure(score.linesPerSecond()),
                                Spread.figure(score.nanosPerLine())));
            }
            rounds.add(scores);
        }
        return new Table(this, rounds);
    }

    /** Returns the order of a round; it alternates so that slow changes of the machine affect all alike. */
    private List<Contestant> order(int round) {
        int last = contestants.size() - 1;
        return IntStream.rangeClosed(0, last)
                .mapToObj(i -> contestants.get(round % 2 == 0 ? i : last - i))
                .toList();
    }
}
