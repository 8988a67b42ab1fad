package dev.mendline.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mendline.cli.Run;
import dev.mendline.cli.Spawned;
import dev.mendline.cli.process.ExitCode;
import dev.mendline.model.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabCommandTest {
    @Test
    void the_list_says_what_is_wrong_and_what_is_right_of_it() {
        JsonNode all = Run.of("lab", "list", "-o", "json").json();

        assertThat(all).hasSizeGreaterThanOrEqualTo(20);
        assertThat(all)
                .allSatisfy(each -> assertThat(each.fieldNames())
                        .toIterable()
                        .containsExactly("scenario", "title", "symptom", "expected", "expectedVerdict"));
        assertThat(Run.of("lab", "list").out())
                .contains("SCENARIO", "WHAT IS WRONG", "connection-refused", "node-refuses", "refuted");
        assertThat(Run.of("lab", "list", "-o", "ndjson").out().lines()).hasSameSizeAs(all);
    }

    @Test
    void a_run_wants_scenarios_that_there_are_or_all() {
        Run none = Run.of("lab", "run");
        Run both = Run.of("lab", "run", "--all", "healthy");
        Run unknown = Run.of("lab", "run", "healthy", "unheard-of");

        assertThat(none.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(none.err())
                .isEqualTo(
                        "mendline: pass scenarios or --all; 'mendline lab list' shows them" + System.lineSeparator());
        assertThat(both.err()).isEqualTo("mendline: pass scenarios or --all, not both" + System.lineSeparator());
        assertThat(unknown.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(unknown.err())
                .startsWith("mendline: no scenario 'unheard-of'; scenarios: ")
                .contains("healthy");
        assertThat(Run.of("lab", "up", "unheard-of").exit()).isEqualTo(ExitCode.USAGE);
        assertThat(Run.of("lab", "up").exit()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void what_stays_up_can_be_reached_by_what_it_prints_and_goes_with_ctrl_c(@TempDir Path own) throws Exception {
        assumeFalse(Spawned.deaf(), "this process was started deaf to Ctrl-C");
        try (Spawned up = Spawned.of(own, Map.of(), "lab", "up", "connection-refused", "--seed", "3", "-o", "json")) {
            up.awaits(up.err(), "Press Ctrl-C to stop");
            JsonNode site = Json.read(Files.readString(up.out()), JsonNode.class);
            String configuration = site.path("configuration").asText();

            assertThat(site.path("probe").asText())
                    .contains("echo '" + site.path("connectionString").asText() + "' | ./mendline probe --config ");
            Run probed = Run.with(
                    site.path("connectionString").asText() + "\n",
                    "probe",
                    "--config",
                    configuration,
                    "--zone",
                    site.path("zone").asText(),
                    "-");
            assertThat(probed.out()).contains("✗ tcp ", "failed: refused");
            Run diagnosed = Run.of(
                    "diagnose", "--config", configuration, site.path("log").asText());
            assertThat(diagnosed.out())
                    .contains("Confirmed: ", site.path("target").asText());

            assertThat(up.interrupted(8_000)).isEqualTo(ExitCode.INTERRUPTED);
            assertThat(Path.of(configuration)).doesNotExist();
        }
    }
}
