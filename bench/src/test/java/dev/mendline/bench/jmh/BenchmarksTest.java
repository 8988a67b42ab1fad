package dev.mendline.bench.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.bench.corpus.Mix;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each benchmark does what its name says; how fast is not asked here. */
class BenchmarksTest {
    private static final int LINES = 2_000;

    @TempDir
    static Path folder;

    private final Spent spent = new Spent();

    private static Traffic traffic(Mix mix, Kind kind) {
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
    void matching_counts_pairs_batch_by_batch_and_begins_again_at_the_end() {
        Traffic traffic = traffic(Mix.OUTAGE, Kind.ALL);
        Signed signed = new Signed();
        signed.compile();

        long once = pairs(traffic, signed);
        long twice = pairs(traffic, signed);

        assertThat(once).isEqualTo(twice).isBetween(LINES / 2L, 6L * LINES / 10);
        assertThat(spent.lines).isEqualTo(2 * LINES);
        assertThat((double) spent.bytes / spent.lines).isBetween(220.0, 250.0);
    }

    private long pairs(Traffic traffic, Signed signed) {
        long pairs = 0;
        for (int i = 0; i < LINES / Traffic.BATCH; i++) {
            pairs += new Matching().match(traffic, signed, spent);
        }
        return pairs;
    }

    @Test
    void parsing_reaches_the_message_and_the_end_of_lines_of_json() throws IOException {
        Parsing parsing = new Parsing();

        long message = parsing.message(traffic(Mix.CALM, Kind.JSON), spent);
        long tokens = parsing.tokens(traffic(Mix.CALM, Kind.JSON), spent);

        assertThat(message).isGreaterThan(50L * Traffic.BATCH);
        assertThat(tokens).isGreaterThan(message).isLessThan(spent.bytes / 2);
    }

    @Test
    void the_catalog_tells_ordinary_lines_from_candidates() {
        Recognising recognising = new Recognising();

        assertThat(recognising.mayMatch(traffic(Mix.CALM, Kind.ALL), spent)).isLessThan(20);
        assertThat(recognising.mayMatch(traffic(Mix.OUTAGE, Kind.CANDIDATES), spent))
                .isEqualTo(Traffic.BATCH);
    }

    @Test
    void time_is_counted_from_the_start_of_an_iteration_to_its_end() {
        spent.lines = 7;
        spent.start();
        new Signed().compile();
        spent.stop();

        assertThat(spent.lines).isZero();
        assertThat(spent.nanos).isPositive();
    }
}
