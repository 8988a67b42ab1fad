package dev.mendline.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendline.bench.corpus.Corpus;
import dev.mendline.bench.corpus.Mix;
import dev.mendline.bench.duel.Effort;
import dev.mendline.bench.duel.Score;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everybody is counted right, and the tables are what they should be; how fast is not asked here. */
class ThroughputTest {
    private static final int LINES = 3_000;

    @TempDir
    static Path folder;

    private static Ground ground;
    private static LogTopic logs;

    @BeforeAll
    static void write() throws IOException {
        ground = Ground.open(folder);
        logs = LogTopic.write(ground, Corpus.in(folder, Mix.OUTAGE, LINES));
    }

    @AfterAll
    static void close() {
        ground.close();
    }

    private static Drain drain(Entrant entrant, LogTopic from) {
        return new Drain(ground, from, entrant, Terms.usual(Guarantee.EXACTLY_ONCE, Map.of()));
    }

    @ParameterizedTest
    @EnumSource
    void each_reads_the_topic_to_its_end_and_writes_what_is_in_it(Entrant entrant) {
        Score score = drain(entrant, logs).measure(Effort.quick(1));

        assertThat(score.linesPerSecond()).isPositive();
        assertThat(score.nanosPerLine()).isPositive();
        assertThat(score.bytesPerLine()).isBetween(220.0, 250.0);
    }

    @Test
    void what_is_in_the_lines_is_known_without_kafka() {
        assertThat(logs.truth().lines()).isEqualTo(LINES);
        assertThat(logs.truth().passed()).isBetween(10L, 60L);
        assertThat(logs.truth().sightings().total()).isBetween(LINES * 4L / 10, LINES * 6L / 10);
    }

    @ParameterizedTest
    @EnumSource(names = {"IDENTITY", "HASH"})
    void who_writes_other_lines_is_found_out(Entrant entrant) {
        Truth wrong = new Truth(LINES + 1, 1, logs.truth().sightings());

        assertThatThrownBy(() -> drain(entrant, withTruth(wrong)).measure(Effort.quick(1)))
                .isInstanceOf(Truth.Broken.class)
                .hasMessageContaining(entrant.title() + ": wrote");
    }

    private static LogTopic withTruth(Truth truth) {
        return new LogTopic(logs.name(), logs.mix(), logs.bytesPerLine(), truth);
    }

    /** Of one line fewer: whatever the last error is, the journal has one too many. */
    @Test
    void an_event_too_many_in_the_journal_is_found_out() {
        List<byte[]> lines = Corpus.in(folder, Mix.OUTAGE, LINES).first(LINES / 2);
        Truth half = Truth.of(lines);

        assertThat(half.sightings().difference(half.sightings())).isEmpty();
        assertThatThrownBy(() -> drain(Entrant.STAGE_ONE, withTruth(half)).measure(Effort.quick(1)))
                .isInstanceOf(Truth.Broken.class)
                .hasMessageMatching("stage 1: events in the journal, and in the lines: .*: [0-9,]+ instead of [0-9,]+");
    }

    @Test
    void the_whole_run_tells_a_table_and_where_the_time_went() throws IOException {
        List<String> told = new ArrayList<>();
        Load tiny = new Load(0, 1, LINES, LINES, false, 1);

        String tables = new Throughput(folder, tiny, Map.of("max.poll.records", "500"), told::add).run(Mix.CALM);

        assertThat(tables)
                .startsWith("### 1 % errors\n\n3,000 lines, of which stage 1 sees an error in ")
                .contains("|  | lines/s | MB/s | CPU ns/line | lines/s, 1 % by a hash = 1 | lines/s, identity = 1 |"
                        + " lines/s, at least once = 1 |\n")
                .containsPattern("\\| both stages, at least once \\|.*\\|  \\|  \\| 1 \\|\n")
                .containsPattern("\\| identity, exactly once \\|[^|]*\\|[^|]*\\|[^|]*\\|[^|]*\\| 1 \\|  \\|\n")
                .containsPattern("\\| stage 1, exactly once \\|([^|]*[0-9][^|]*\\|){6}\n")
                .contains("### 1 % errors, stage 1: where the time goes\n\nOf ")
                .contains("### 1 % errors, both stages: where the time goes\n\nOf ")
                .contains("| Phase | share |\n");
        assertThat(told)
                .filteredOn(line -> line.startsWith("1 % errors, round 1 of 1: "))
                .hasSize(6);
    }
}
