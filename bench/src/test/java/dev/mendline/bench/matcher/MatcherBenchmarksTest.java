package dev.mendline.bench.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.bench.corpus.Mix;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each benchmark does what its name says; how fast is not asked here. */
class MatcherBenchmarksTest {
    private static final int LINES = 2_000;

    @TempDir
    static Path folder;

    private final MatcherBenchmarks benchmarks = new MatcherBenchmarks();
    private final MatcherBenchmarks.Cost cost = new MatcherBenchmarks.Cost();

    private static Traffic traffic(Mix mix, Traffic.Kind kind) {
        Traffic traffic = new Traffic();
        traffic.mix = mix;
        traffic.kind = kind;
        traffic.written = LINES;
        traffic.lines = LINES;
        traffic.folder = folder.toString();
        traffic.read();
        return traffic;
    }

    @Test
    void matching_counts_pairs_batch_by_batch_and_begins_again_at_the_end() throws IOException {
        Traffic traffic = traffic(Mix.OUTAGE, Traffic.Kind.ALL);
        MatcherBenchmarks.Prepared prepared = new MatcherBenchmarks.Prepared();
        prepared.compile();

        long once = pairs(traffic, prepared);
        long twice = pairs(traffic, prepared);

        assertThat(once).isEqualTo(twice).isBetween(LINES / 2L, 6L * LINES / 10);
        assertThat(cost.lines).isEqualTo(2 * LINES);
        assertThat((double) cost.bytes / cost.lines).isBetween(220.0, 250.0);
    }

    private long pairs(Traffic traffic, MatcherBenchmarks.Prepared prepared) throws IOException {
        long pairs = 0;
        for (int i = 0; i < LINES / Traffic.BATCH; i++) {
            pairs += benchmarks.match(traffic, prepared, cost);
        }
        return pairs;
    }

    @Test
    void parsing_reaches_the_message_and_the_end_of_lines_of_json() throws IOException {
        long message = benchmarks.jsonMessage(traffic(Mix.CALM, Traffic.Kind.JSON), cost);
        long tokens = benchmarks.jsonTokens(traffic(Mix.CALM, Traffic.Kind.JSON), cost);

        assertThat(message).isGreaterThan(50L * Traffic.BATCH);
        assertThat(tokens).isGreaterThan(message).isLessThan(cost.bytes / 2);
    }

    @Test
    void the_catalog_tells_ordinary_lines_from_candidates() throws IOException {
        MatcherBenchmarks.Shipped shipped = new MatcherBenchmarks.Shipped();

        assertThat(benchmarks.mayMatch(traffic(Mix.CALM, Traffic.Kind.ALL), shipped, cost))
                .isLessThan(20);
        assertThat(benchmarks.mayMatch(traffic(Mix.OUTAGE, Traffic.Kind.CANDIDATES), shipped, cost))
                .isEqualTo(Traffic.BATCH);
    }

    @Test
    void time_is_counted_from_the_start_of_an_iteration_to_its_end() {
        cost.lines = 7;
        cost.start();
        new MatcherBenchmarks.Prepared().compile();
        cost.stop();

        assertThat(cost.lines).isZero();
        assertThat(cost.nanos).isPositive();
    }
}
