package dev.mendline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mendline.lab.Lab;
import org.junit.jupiter.api.Test;

/** Everything that the lab can break, through the whole pipeline. */
class LabRunTest {
    @Test
    void every_true_cause_leads_and_none_is_wrongly_confirmed() {
        Run run = Run.of("lab", "run", "--all", "--seed", "7", "-o", "json");

        JsonNode report = run.json();
        assertThat(report.path("schema").asText()).isEqualTo("mendline.scenarios/1");
        assertThat(report.path("wronglyConfirmed")).as(run.err()).isEmpty();
        assertThat(report.path("scenarios"))
                .hasSameSizeAs(Lab.catalog())
                .allSatisfy(each -> assertThat(each.path("right").asBoolean())
                        .as(each.toString())
                        .isTrue());
        assertThat(report.path("passed").asBoolean()).isTrue();
        assertThat(run.exit()).isZero();
    }
}
