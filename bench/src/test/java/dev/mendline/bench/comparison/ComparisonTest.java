package dev.mendline.bench.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private final List<String> measured = new ArrayList<>();

    /** Costs so many nanoseconds a line, round by round, by the processor, and twice that by the clock. */
    private final class Scripted implements Candidate<Score> {
        private final String title;
        private final double[] nanos;

        private Scripted(String title, double... nanos) {
            this.title = title;
            this.nanos = nanos;
        }

        @Override
        public String title() {
            return title;
        }

        @Override
        public Score measure() {
            long round = measured.stream().filter(title::equals).count();
            measured.add(title);
            return new Score(1e9 / nanos[(int) round] / 2, nanos[(int) round], 200);
        }
    }

    private final Candidate<Score> slow = new Scripted("slow", 1_000, 4_000, 3_000);
    private final Candidate<Score> fast = new Scripted("fast", 100, 200, 1_000);

    private Comparison<Candidate<Score>, Score> comparison() {
        return new Comparison<>(
                "Two of them",
                "A note.",
                List.of(slow, fast),
                Score.columns(List.of(
                        Column.ratio("speed", any -> slow, Score::linesPerNano),
                        Column.ratio("cost", any -> fast, Score::nanosPerLine))));
    }

    @Test
    void everybody_is_measured_in_turn_and_every_second_round_goes_back() {
        comparison().run(3, line -> {});

        assertThat(measured).containsExactly("slow", "fast", "fast", "slow", "slow", "fast");
    }

    /** 10, 20 and 3 in the rounds; the ratio of the medians would be 15. */
    @Test
    void a_ratio_is_taken_in_each_round_and_told_with_its_range() {
        String table = comparison().run(3, line -> {});

        assertThat(table).isEqualTo("""
                        ### Two of them

                        A note.

                        |  | lines/s | MB/s | CPU ns/line | speed | cost |
                        | --- | --- | --- | --- | --- | --- |
                        | slow | 167 k [125 k–500 k] | 33.3 | 3,000 [1,000–4,000] | 1 | 10.0 [3.00–20.0] |
                        | fast | 2.50 M [500 k–5.00 M] | 500 | 200 [100–1,000] | 10.0 [3.00–20.0] | 1 |
                        """);
    }

    @Test
    void every_measurement_is_told_as_it_ends() {
        List<String> told = new ArrayList<>();

        comparison().run(1, told::add);

        assertThat(told)
                .containsExactly(
                        "Two of them, round 1 of 1: slow: 500 k lines/s, 1,000 ns of CPU a line",
                        "Two of them, round 1 of 1: fast: 5.00 M lines/s, 100 ns of CPU a line");
    }

    @Test
    void the_middle_of_an_even_number_of_rounds_is_between_two() {
        assertThat(Spread.of(java.util.stream.DoubleStream.of(4, 1, 2, 8))).isEqualTo(new Spread(3, 1, 8));
        assertThat(Spread.figure(0.004)).isEqualTo("0.0040");
    }
}
