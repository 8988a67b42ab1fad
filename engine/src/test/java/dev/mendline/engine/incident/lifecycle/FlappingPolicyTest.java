package dev.mendline.engine.incident.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.incident.Desk;
import dev.mendline.engine.incident.SmallCatalog;
import dev.mendline.engine.incident.Told;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.config.StrictYaml;
import dev.mendline.model.incident.Incident;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FlappingPolicyTest {
    private static final String BEGINS = "flapping {minutes=60, times=3}";

    private final Desk desk = desk("{resolution: {quiet: 1m}}");

    private static Desk desk(String settings) {
        return new Desk(
                SmallCatalog.of(), Inventory.DEFAULT, StrictYaml.read("mendline.yaml", settings, EngineSettings.class));
    }

    private static Incident again(Desk desk) {
        desk.pass(Duration.ofMinutes(2));
        assertThat(desk.last().state()).isEqualTo(Incident.State.RESOLVED);
        return desk.log(SmallCatalog.TROUBLE);
    }

    private static Incident flapping(Desk desk) {
        desk.log(SmallCatalog.TROUBLE);
        again(desk);
        assertThat(again(desk).flapping()).isFalse();
        return again(desk);
    }

    @Test
    void the_third_reopening_within_an_hour_makes_it_flapping_and_the_timeline_says_so() {
        Incident incident = flapping(desk);

        assertThat(incident.flapping()).isTrue();
        assertThat(incident.episodes()).isEqualTo(4);
        assertThat(incident.timeline()).extracting(Told::of).containsOnlyOnce(BEGINS);
        assertThat(again(desk).flapping()).isTrue();
        assertThat(desk.last().timeline()).extracting(Told::of).containsOnlyOnce(BEGINS);
    }

    @Test
    void an_hour_without_ends_it_while_it_is_open() {
        flapping(desk);
        for (int i = 0; i < 119; i++) {
            desk.pass(Duration.ofSeconds(30));
            assertThat(desk.log(SmallCatalog.TROUBLE).flapping()).isTrue();
        }
        int revisions = desk.published.size();

        Incident incident = desk.pass(Duration.ofSeconds(30));

        assertThat(incident.flapping()).isFalse();
        assertThat(desk.published).hasSizeGreaterThan(revisions);
        assertThat(Told.last(incident)).isEqualTo("flapping-ended {minutes=60}");
    }

    @Test
    void reopenings_far_apart_do_not_make_it_flap() {
        Desk slow = desk("{resolution: {quiet: 1m}, flapping: {within: 4m}}");
        slow.log(SmallCatalog.TROUBLE);
        for (int i = 0; i < 6; i++) {
            assertThat(again(slow).flapping()).isFalse();
        }
    }

    @Test
    void how_often_is_configured() {
        Desk quick = desk("{resolution: {quiet: 1m}, flapping: {count: 1}}");
        quick.log(SmallCatalog.TROUBLE);

        assertThat(again(quick).flapping()).isTrue();
    }
}
