package dev.mendline.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExpiryScheduleTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final ExpirySchedule sleepers = new ExpirySchedule();

    @Test
    void nobody_is_woken_before_the_time() {
        assertThat(sleepers.wake(NOON)).isFalse();
        sleepers.set("a", Optional.of(NOON));

        assertThat(sleepers.wake(NOON.minusMillis(1))).isFalse();
        assertThat(sleepers.due(NOON.minusMillis(1))).isEmpty();
        assertThat(sleepers.wake(NOON)).isTrue();
        assertThat(sleepers.due(NOON)).containsExactly("a");
    }

    @Test
    void who_did_not_wake_is_woken_again_an_hour_later() {
        sleepers.set("a", Optional.of(NOON));
        assertThat(sleepers.wake(NOON)).isTrue();

        assertThat(sleepers.wake(NOON.plusSeconds(5))).isFalse();
        assertThat(sleepers.wake(NOON.plus(Duration.ofHours(1)))).isTrue();
    }

    @Test
    void a_site_has_one_time_the_last() {
        sleepers.set("b", Optional.of(NOON));
        sleepers.set("a", Optional.of(NOON));
        sleepers.set("c", Optional.of(NOON));
        sleepers.set("b", Optional.of(NOON.plusSeconds(9)));
        sleepers.set("c", Optional.empty());

        assertThat(sleepers.due(NOON)).containsExactly("a");
        assertThat(sleepers.due(NOON.plusSeconds(9))).containsExactly("a", "b");
        sleepers.clear();
        assertThat(sleepers.due(NOON.plusSeconds(9))).isEmpty();
    }
}
