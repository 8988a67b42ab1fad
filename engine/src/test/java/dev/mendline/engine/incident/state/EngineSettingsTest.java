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
        assertThat(read("probing: {max-per-target: 20}").probing())
                .extracting(
                        EngineSettings.Probing::maxPerTarget,
                        EngineSettings.Probing::maxPerSite,
                        EngineSettings.Probing::every,
                        EngineSettings.Probing::referenceZone)
                .containsExactly(20, 120, Duration.ofSeconds(60), null);
        assertThat(read("{}")).isEqualTo(EngineSettings.DEFAULT);
        assertThat(read("resolution: {quiet: 1m}").timing()).isEqualTo(EngineSettings.DEFAULT.timing());
    }

    @Test
    void thresholds_have_their_defaults_and_bounds() {
        EngineSettings settings = read("flapping: {count: 5}");

        assertThat(settings.noise()).isEqualTo(new EngineSettings.Noise(3, Duration.ofSeconds(60)));
        assertThat(settings.flapping()).isEqualTo(new EngineSettings.Flapping(5, Duration.ofHours(1)));
        assertThat(settings.limits()).isEqualTo(new EngineSettings.Limits(50, 20, Duration.ofDays(7)));
        assertThatThrownBy(() -> read("noise: {count: 101}"))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("count must be at most 100 (was 101)");
    }

    @Test
    void what_may_still_reopen_is_not_forgotten() {
        assertThat(read("resolution: {forget-after: 30d}").resolution().forgetAfter())
                .isEqualTo(Duration.ofDays(30));
        assertThat(EngineSettings.DEFAULT.resolution().forgetAfter()).isEqualTo(Duration.ofDays(90));
        assertThatThrownBy(() -> read("resolution: {forget-after: 10m}"))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("forget-after must not be shorter than reopen-window");
    }

    @Test
    void three_share_a_cause_unless_it_is_said_otherwise() {
        assertThat(read("resolution: {quiet: 1m}").correlation().sharedFrom()).isEqualTo(3);
        assertThat(read("correlation: {shared-from: 5}")
                        .withNoisyCount(4)
                        .correlation()
                        .sharedFrom())
                .isEqualTo(5);
    }

    @Test
    void a_spike_has_its_defaults_and_bounds() {
        assertThat(read("spikes: {factor: 7}").spikes())
                .isEqualTo(new EngineSettings.Spikes(7, 3, Duration.ofMinutes(30), 10));
        for (String window : List.of("9m", "61m")) {
            assertThatThrownBy(() -> read("spikes: {window: " + window + "}"))
                    .isInstanceOf(BadFile.class)
                    .hasMessageContaining("window must be within 10–60 minutes");
        }
    }

    @Test
    void a_limit_below_one_is_refused() {
        assertThatThrownBy(() -> read("probing: {max-per-site: -1}"))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("max-per-site must be at least 1 (was -1)");
        assertThatThrownBy(() -> read("probing: {every: 0s}"))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("every must be positive");
    }

    @Test
    void the_reference_zone_does_not_stand_among_the_engines_numbers() {
        assertThatThrownBy(() -> read("probing: {reference-zone: office}"))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("no such key")
                .hasMessageContaining("max-per-site");
        assertThat(EngineSettings.DEFAULT.withReferenceZone("office").probing().referenceZone())
                .isEqualTo("office");
    }

    @Test
    void nor_do_the_deployments_of_which_atlas_can_be_asked() {
        assertThatThrownBy(() -> read("probing: {atlas-targets: [c.ab1cd.mongodb.net]}"))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("no such key");
        assertThat(read("probing: {max-per-target: 20}").probing().atlasTargets())
                .isEmpty();
        assertThat(EngineSettings.DEFAULT
                        .withAtlasTargets(Set.of("c.ab1cd.mongodb.net"))
                        .withReferenceZone("office")
                        .probing())
                .extracting(EngineSettings.Probing::atlasTargets, EngineSettings.Probing::referenceZone)
                .containsExactly(Set.of("c.ab1cd.mongodb.net"), "office");
    }
}
