package dev.mendline.engine.incident.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendline.model.config.BadFile;
import dev.mendline.model.config.StrictYaml;
import java.time.Duration;
import java.util.List;
import java.util.Set;
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
    void thresholds_have_their_defaults_and_bounds() {
        assertThat(read("flapping-count: 5"))
                .extracting(
                        EngineSettings::noisyCount,
                        EngineSettings::noisyWithin,
                        EngineSettings::flappingCount,
                        EngineSettings::flappingWithin,
                        EngineSettings::maxNewTargets,
                        EngineSettings::maxOpenPerSite)
                .containsExactly(3, Duration.ofSeconds(60), 5, Duration.ofHours(1), 20, 50);
        assertThatThrownBy(() -> read("noisy-count: 101"))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("noisy-count is at most 100");
    }

    @Test
    void what_may_still_reopen_is_not_forgotten() {
        assertThat(read("forget-after: 30d").forgetAfter()).isEqualTo(Duration.ofDays(30));
        assertThat(EngineSettings.DEFAULT.forgetAfter()).isEqualTo(Duration.ofDays(90));
        assertThatThrownBy(() -> read("forget-after: 10m"))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("forget-after is not shorter than reopen-window");
    }

    @Test
    void three_share_a_cause_unless_it_is_said_otherwise() {
        assertThat(read("quiet: 1m").sharedFrom()).isEqualTo(3);
        assertThat(read("shared-from: 5").withNoisyCount(4).sharedFrom()).isEqualTo(5);
    }

    @Test
    void a_spike_has_its_defaults_and_bounds() {
        assertThat(read("spike-factor: 7"))
                .extracting(
                        EngineSettings::spikeFactor,
                        EngineSettings::spikeServices,
                        EngineSettings::spikeWindow,
                        EngineSettings::spikeFloor)
                .containsExactly(7, 3, Duration.ofMinutes(30), 10);
        for (String window : List.of("9m", "61m")) {
            assertThatThrownBy(() -> read("spike-window: " + window))
                    .isInstanceOf(BadFile.class)
                    .hasMessageContaining("spike-window is within 10–60 minutes");
        }
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

    @Test
    void nor_do_the_deployments_of_which_atlas_can_be_asked() {
        assertThatThrownBy(() -> read("atlas-targets: [c.ab1cd.mongodb.net]"))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("no such key");
        assertThat(read("max-probes-per-target: 20").atlasTargets()).isEmpty();
        assertThat(EngineSettings.DEFAULT
                        .withAtlasTargets(Set.of("c.ab1cd.mongodb.net"))
                        .withReferenceZone("office"))
                .extracting(EngineSettings::atlasTargets, EngineSettings::referenceZone)
                .containsExactly(Set.of("c.ab1cd.mongodb.net"), "office");
    }
}
