package dev.mendline.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.model.log.Coordinates;
import dev.mendline.model.log.Unclassified;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UnclassifiedSamplerTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    private final UnclassifiedSampler unknowns = new UnclassifiedSampler();

    private static Unclassified one(String service, String template) {
        return new Unclassified(service, template, "text", "ERROR", 1, AT, new Coordinates("logs", 0, 1), "c");
    }

    @Test
    void the_first_goes_on_at_once_and_those_like_it_as_one_count() {
        assertThat(unknowns.add(one("orders", "a"))).isPresent();
        assertThat(unknowns.add(one("orders", "a"))).isEmpty();
        assertThat(unknowns.add(one("orders", "a"))).isEmpty();

        assertThat(unknowns.due()).extracting(Unclassified::count).containsExactly(2);
        assertThat(unknowns.due()).isEmpty();
        assertThat(unknowns.add(one("orders", "a"))).isPresent();
    }

    @Test
    void a_service_whose_every_line_is_another_is_cut_short_and_no_other_service_with_it() {
        long passed = 0;
        for (int i = 0; i < 1_000; i++) {
            passed += unknowns.add(one("noisy", "t" + i)).stream().count();
        }

        assertThat(passed).isEqualTo(UnclassifiedSampler.MAX_OF_SERVICE);
        assertThat(unknowns.add(one("calm", "x"))).isPresent();
        assertThat(unknowns.dropped()).isEqualTo(1_000 - UnclassifiedSampler.MAX_OF_SERVICE);
        assertThat(unknowns.dropped()).isZero();
    }

    @Test
    void invented_services_hold_no_place_longer_than_a_minute() {
        for (int i = 0; i < UnclassifiedSampler.MAX; i++) {
            assertThat(unknowns.add(one("service" + i, "t"))).isPresent();
        }
        assertThat(unknowns.add(one("orders", "x"))).isEmpty();

        unknowns.due();

        assertThat(unknowns.add(one("orders", "x"))).isPresent();
    }
}
