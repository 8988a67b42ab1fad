package dev.mendline.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendline.bench.comparison.Score;
import dev.mendline.bench.corpus.Corpus;
import dev.mendline.bench.corpus.Mix;
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

    private static BenchBroker broker;
    private static LogTopic logs;

    @BeforeAll
    static void write() throws IOException {
        broker = new BenchBroker(folder);
        logs = LogTopic.write(broker, Corpus.in(folder, Mix.OUTAGE, LINES));
    }

    @AfterAll
    static void close() {
        broker.close();
    }

    private static ThroughputRun run(MeasuredTopology topology, LogTopic from) {
        return new ThroughputRun(
                broker, from, topology, RunSettings.usual(RunSettings.Guarantee.EXACTLY_ONCE, Map.of()));
    }

    @ParameterizedTest
    @EnumSource
    void each_reads_the_topic_to_its_end_and_writes_what_is_in_it(MeasuredTopology topology) {
        Score score = run(topology, logs).measure();

        assertThat(score.linesPerSecond()).isPositive();
        assertThat(score.nanosPerLine()).isPositive();
        assertThat(score.bytesPerLine()).isBetween(220.0, 250.0);
    }

    @Test
    void what_is_in_the_lines_is_known_without_kafka() {
        assertThat(logs.expected().lines()).isEqualTo(LINES);
        assertThat(logs.expected().passed()).isBetween(10L, 60L);
        assertThat(logs.expected().total()).isBetween(LINES * 4L / 10, LINES * 6L / 10);
    }

    @ParameterizedTest
    @EnumSource(names = {"IDENTITY", "HASH"})
    void who_writes_other_lines_is_found_out(MeasuredTopology topology) {
        ExpectedOutput wrong = new ExpectedOutput(LINES + 1, 1, logs.expected().events());

        assertThatThrownBy(() -> run(topology, withExpected(wrong)).measure())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(topology.title() + ": wrote");
    }

    private static LogTopic withExpected(ExpectedOutput expected) {
        return new LogTopic(logs.name(), logs.mix(), logs.bytesPerLine(), expected);
    }

    /** Of one line fewer: whatever the last error is, the journal has one too many. */
    @Test
    void an_event_too_many_in_the_journal_is_found_out() {
        List<byte[]> lines = Corpus.in(folder, Mix.OUTAGE, LINES).first(LINES / 2);
        ExpectedOutput half = ExpectedOutput.of(logs.name(), lines);

        assertThat(half.difference(half.events())).isEmpty();
        assertThatThrownBy(() ->
                        run(MeasuredTopology.STAGE_ONE, withExpected(half)).measure())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching("stage 1: events in the journal, and in the lines: .*: [0-9,]+ instead of [0-9,]+");
    }

    @Test
    void the_whole_run_tells_a_table_and_where_the_time_went() throws IOException {
        List<String> told = new ArrayList<>();
        Throughput.Extent tiny = new Throughput.Extent(0, 1, LINES, LINES, false, 1);

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
