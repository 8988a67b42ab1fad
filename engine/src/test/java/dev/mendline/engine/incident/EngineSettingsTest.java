package dev.mendline.engine.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendline.model.BadFile;
import dev.mendline.model.StrictYaml;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EngineSettingsTest {
    private static EngineSettings read(String yaml) {
        return StrictYaml.read("mendline.yaml", yaml, EngineSettings.class);
    }

    @Test
    void what_is_not_given_has_its_default() {
        assertThat(read("max-probes-per-target: 20"))
                .extracting(
                        EngineSettings::maxProbesPerTarget,
                        EngineSettings::maxProbesPerSite,
                        EngineSettings::probeEvery,
                        EngineSettings::referenceZone)
                .containsExactly(20, 120, Duration.ofSeconds(60), null);
    }

    @Test
    void a_limit_below_one_is_refused() {
        assertThatThrownBy(() -> read("max-probes-per-site: -1"))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("a limit of the engine is at least 1");
    }

    @Test
    void the_reference_zone_does_not_stand_among_the_engines_numbers() {
        assertThatThrownBy(() -> read("reference-zone: office"))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("no such key")
                .hasMessageContaining("max-probes-per-site");
        assertThat(EngineSettings.DEFAULT.withReferenceZone("office").referenceZone())
                .isEqualTo("office");
    }
}
