package dev.mendline.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatencyTest {
    @TempDir
    Path folder;

    /** Twenty lines of 400 name a new deployment, and every one of them arrives, or the run would fail. */
    @Test
    void every_line_that_names_a_new_deployment_comes_back_as_its_incident() throws IOException {
        List<String> told = new ArrayList<>();

        String table = new Latency(folder, new Latency.Extent(1, 100, 400), Map.of(), told::add).run();

        assertThat(table)
                .startsWith("### From a line to its incident\n\n|  | lines/s | samples a round | p50 ms |")
                .containsPattern("\\| identity, exactly once \\|[^|]*\\| 20.0 \\|")
                .containsPattern("\\| line to incident, at least once \\|[^|]*\\| 20.0 \\|")
                .containsPattern("\\| identity, at least once \\|.*\\| 1 \\| 1 \\|\n");
        assertThat(told)
                .hasSize(8)
                .anySatisfy(
                        line -> assertThat(line)
                                .matches(
                                        "From a line to its incident, round 1 of 1: line to incident, exactly once: p50 [0-9.]+ ms, p99 [0-9.]+ ms, at most .*"));
    }

    @Test
    void the_middle_the_late_and_the_latest_are_told() {
        Delays delays = Delays.of(
                1_000,
                LongStream.rangeClosed(1, 200)
                        .map(each -> each * 1_000_000)
                        .boxed()
                        .toList());

        assertThat(delays).isEqualTo(new Delays(1_000, 200, 100, 198, 200));
        assertThatThrownBy(() -> Delays.of(1, List.of())).hasMessage("nothing arrived");
    }

    @Test
    void a_deployment_is_known_again_in_the_line_that_names_it() {
        assertThat(Arrivals.targetIn(Arrivals.line(7))).isEqualTo(Arrivals.target(7));
        assertThat(Arrivals.targetIn("{\"message\":\"querySrv ECONNREFUSED\"}".getBytes()))
                .isNull();
    }
}
