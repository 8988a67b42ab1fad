package dev.mendline.engine.incident.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

        assertThat(state.usage().probes()).singleElement().satisfies(spent -> {
            assertThat(spent.target()).isEqualTo("c.ab1cd.mongodb.net");
            assertThat(spent.probes()).isPositive();
        });
        assertThat(SiteState.read(state.bytes())).isEqualTo(state);
    }

    @Test
    void what_is_watched_survives_the_store() {
        Desk desk = new Desk();
        desk.log(ThresholdsTest.RESET);

        assertThat(desk.state().usage().buffered()).hasSize(1);
        assertThat(SiteState.read(desk.state().bytes())).isEqualTo(desk.state());
    }

    @Test
    void a_state_of_another_version_is_refused() {
        String older = new String(logged().bytes(), StandardCharsets.UTF_8).replace("\"version\":5", "\"version\":4");

        assertThatThrownBy(() -> SiteState.read(older.getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("a site's state must have version 5 (has 4)");
    }
}
