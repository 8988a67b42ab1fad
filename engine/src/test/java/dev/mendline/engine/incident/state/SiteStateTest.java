package dev.mendline.engine.incident.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.condition.BlastRadius;
import dev.mendline.engine.incident.Desk;
import dev.mendline.engine.incident.ThresholdsTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SiteStateTest {
    private static SiteState logged() {
        Desk desk = new Desk();
        desk.log("Error: querySrv ECONNREFUSED _mongodb._tcp.c.ab1cd.mongodb.net");
        return desk.state();
    }

    @Test
    void a_state_survives_the_store() {
        SiteState state = logged();

        assertThat(state.spent()).singleElement().satisfies(spent -> {
            assertThat(spent.target()).isEqualTo("c.ab1cd.mongodb.net");
            assertThat(spent.probes()).isPositive();
        });
        assertThat(SiteState.read(state.bytes())).isEqualTo(state);
    }

    @Test
    void a_state_of_version_2_is_read_without_what_it_did_not_have() {
        String older = new String(logged().bytes(), StandardCharsets.UTF_8)
                .replace("\"version\":4", "\"version\":2")
                .replaceAll(",\"retried\":false,\"seconds\":\\[.*?],\"reopenings\":\\[],\"overflow\":null", "")
                .replaceAll(",\"watched\":\\[.*?],\"newTargets\":\\[.*?],\"surges\":\\[.*?]", "");
        assertThat(older)
                .contains("\"version\":2", "\"spent\"")
                .doesNotContain("\"retried\"", "\"seconds\"", "\"reopenings\"", "\"overflow\"")
                .doesNotContain("\"watched\"", "\"newTargets\"");

        SiteState state = SiteState.read(older.getBytes(StandardCharsets.UTF_8));

        assertThat(state.watched()).isEmpty();
        assertThat(state.newTargets()).isEmpty();
        assertThat(state.spent()).hasSize(1);
        assertThat(state.cases()).singleElement().satisfies(file -> {
            assertThat(file.retried()).isFalse();
            assertThat(file.seconds()).isEmpty();
            assertThat(file.reopenings()).isEmpty();
            assertThat(file.overflow()).isNull();
        });
    }

    @Test
    void what_is_watched_survives_the_store() {
        Desk desk = new Desk();
        desk.log(ThresholdsTest.RESET);

        assertThat(desk.state().watched()).hasSize(1);
        assertThat(SiteState.read(desk.state().bytes())).isEqualTo(desk.state());
    }

    @Test
    void a_state_of_version_1_is_read_without_what_it_did_not_have() {
        String text = new String(logged().bytes(), StandardCharsets.UTF_8);
        String older = text.replace("\"version\":4", "\"version\":1")
                .replaceAll("\"(details|addresses|drivers)\":\\[[^]]*],", "")
                .replaceAll("\"postponed\":false,", "")
                .replaceAll(",\"spent\":\\[[^]]*]", "")
                .replaceAll(",\"watched\":\\[.*?],\"newTargets\":\\[.*?],\"surges\":\\[.*?]", "");
        assertThat(older).doesNotContain("\"drivers\"", "\"postponed\"", "\"spent\"");

        SiteState state = SiteState.read(older.getBytes(StandardCharsets.UTF_8));

        assertThat(state.spent()).isEmpty();
        assertThat(state.cases()).singleElement().satisfies(file -> {
            assertThat(file.details()).isEmpty();
            assertThat(file.drivers()).isEmpty();
            assertThat(file.postponed()).isFalse();
            assertThat(file.pending()).isNotEmpty();
        });
    }

    @Test
    void a_state_of_version_2_is_read_without_what_people_say() {
        String text = new String(logged().bytes(), StandardCharsets.UTF_8);
        String older =
                text.replace("\"version\":4", "\"version\":2").replaceAll(",\"(commands|feedback)\":\\[[^]]*]", "");
        assertThat(older).contains("\"version\":2").doesNotContain("\"commands\"", "\"feedback\"");

        SiteState state = SiteState.read(older.getBytes(StandardCharsets.UTF_8));

        assertThat(state.cases()).singleElement().satisfies(file -> {
            assertThat(file.commands()).isEmpty();
            assertThat(file.incident().feedback()).isEmpty();
            assertThat(file.pending()).isNotEmpty();
        });
    }

    @Test
    void a_state_of_version_3_is_read_without_aliases_and_what_a_service_talks_to() {
        String older = new String(logged().bytes(), StandardCharsets.UTF_8)
                .replace("\"version\":4", "\"version\":3")
                .replaceAll(",\"aliases\":\\[],\"talksTo\":\\[]", "")
                .replace(",\"takeovers\":null", "");
        assertThat(older).contains("\"version\":3").doesNotContain("\"aliases\"", "\"talksTo\"", "\"takeovers\"");

        SiteState state = SiteState.read(older.getBytes(StandardCharsets.UTF_8));

        assertThat(state.aliases()).isEmpty();
        assertThat(state.talksTo()).isEmpty();
        assertThat(state.cases())
                .singleElement()
                .satisfies(file -> assertThat(file.takeover()).isEqualTo(MergeState.NONE));
    }

    @Test
    void a_state_of_version_3_is_read_without_what_others_are_to_it() {
        String older = new String(logged().bytes(), StandardCharsets.UTF_8)
                .replace("\"version\":4", "\"version\":3")
                .replaceAll(",\"muted\":\\[],\"radius\":\\{[^}]*},\"neighbours\":\\[],\"common\":null", "")
                .replaceAll(",\"shared\":[^,]*,\"children\":\\[],\"moreChildren\":0", "")
                .replaceAll(",\"claims\":\\[]", "");
        assertThat(older)
                .contains("\"version\":3")
                .doesNotContain(
                        "\"muted\"", "\"radius\"", "\"neighbours\"", "\"common\"", "\"children\"", "\"claims\"");

        SiteState state = SiteState.read(older.getBytes(StandardCharsets.UTF_8));

        assertThat(state.claims()).isEmpty();
        assertThat(state.cases()).singleElement().satisfies(file -> {
            assertThat(file.radius()).isEqualTo(BlastRadius.NONE);
            assertThat(file.neighbours()).isEmpty();
            assertThat(file.common()).isNull();
            assertThat(file.incident().shared()).isNull();
            assertThat(file.incident().children()).isEmpty();
        });
    }
}
