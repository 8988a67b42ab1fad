package dev.mendline.engine.incident.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.incident.Desk;
import dev.mendline.engine.incident.Sightings;
import dev.mendline.model.journal.MergeRequest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventRateTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    private final EventRate rate = new EventRate();

    @Test
    void counts_by_second_and_by_minute_and_forgets_what_is_long_ago() {
        for (int second = 0; second < 7_200; second++) {
            rate.add(AT.plusSeconds(second), 2);
        }

        assertThat(rate.perMinute()).isEqualTo(120);
        assertThat(rate.bySecond()).hasSize(60);
        assertThat(rate.byMinute())
                .hasSize(60)
                .allSatisfy(minute -> assertThat(minute.count()).isEqualTo(120));
    }

    @Test
    void the_last_minute_ends_with_the_latest_event() {
        rate.add(AT, 5);
        rate.add(AT.plusSeconds(59), 1);
        assertThat(rate.perMinute()).isEqualTo(6);

        rate.add(AT.plusSeconds(60), 1);
        rate.add(AT, 3);

        assertThat(rate.perMinute()).isEqualTo(2);
        assertThat(rate.byMinute()).extracting(minute -> minute.count()).isEqualTo(List.of(9L, 1L));
    }

    @Test
    void an_event_from_the_future_counts_now() {
        Desk desk = new Desk();
        desk.read(Sightings.of(
                "srv-refused", "c.ab1cd.mongodb.net", "orders", 4, desk.now().plusSeconds(90_000)));

        assertThat(desk.state().incidents().get(0).logs().seconds())
                .containsExactly(new MergeRequest.SecondCount(desk.now().getEpochSecond(), 4));
    }
}
