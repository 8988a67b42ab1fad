package dev.mendline.engine.incident.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.incident.Desk;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SiteWriterTest {
    private final SiteWriter writer = new SiteWriter();

    @Test
    void a_site_is_written_as_if_it_was_written_for_the_first_time() {
        Desk desk = new Desk();
        for (String deployment : List.of("a", "b", "c", "a", "a", "c")) {
            desk.log("Error: querySrv ECONNREFUSED _mongodb._tcp." + deployment + ".ab1cd.mongodb.net");
            assertWritten(desk.state());
            desk.pass(Duration.ofSeconds(5));
            assertWritten(desk.state());
        }
        assertThat(desk.state().incidents()).hasSize(3);
    }

    @Test
    void of_a_site_without_incidents_nothing_is_missing() {
        assertWritten(SiteState.empty("ab1cd.mongodb.net"));
    }

    @Test
    void the_name_of_a_site_is_not_taken_for_the_place_of_its_incidents() {
        Desk desk = new Desk();
        desk.log("Error: querySrv ECONNREFUSED _mongodb._tcp.a.ab1cd.mongodb.net");

        assertWritten(SiteState.empty("service:\"cases\":[],\\\"cases\":[]")
                .with(desk.state().incidents()));
    }

    private void assertWritten(SiteState state) {
        assertThat(new String(writer.bytes(state), StandardCharsets.UTF_8))
                .isEqualTo(new String(state.bytes(), StandardCharsets.UTF_8));
    }
}
