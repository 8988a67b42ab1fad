package dev.mendline.engine.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.catalog.SourceFile;
import dev.mendline.engine.condition.BlastRadius;
import dev.mendline.model.incident.Verdict;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What else fails now is evidence, for whoever asks. */
class RadiusTest {
    private static final SourceFile WIDE = SmallCatalog.cause("wide", """
            suggest:
              - when: failing_targets >= 2 && failing_services >= 2 && failing_zones == 1
                because: Others of the project fail too.
              - when: failing_nearby >= 2
                because: Others of the zone fail too.
            """);

    private final Deployments all = new Deployments("{resolution: {quiet: 1m}}", WIDE);

    private BlastRadius radius(int number) {
        return all.desk.state(Deployments.site(number)).incidents().stream()
                .filter(file ->
                        Deployments.target(number).equals(file.incident().target()))
                .findFirst()
                .orElseThrow()
                .correlation()
                .radius();
    }

    @Test
    void deployments_of_other_sites_are_told_through_their_zone() {
        all.trouble(1);
        all.trouble(2);
        assertThat(all.of(1).diagnosis().verdict()).isEqualTo(Verdict.UNPROVEN);
        assertThat(radius(1)).isEqualTo(new BlastRadius(1, 1, 1, 1));

        all.trouble(3);

        assertThat(List.of(1, 2, 3)).allSatisfy(each -> {
            assertThat(radius(each)).isEqualTo(new BlastRadius(1, 1, 1, 2));
            assertThat(all.of(each).diagnosis().verdict()).isEqualTo(Verdict.LIKELY);
        });
    }

    @Test
    void they_count_no_more_when_they_are_over() {
        all.trouble(1);
        all.trouble(2);
        all.trouble(3);
        for (int i = 0; i < 9; i++) {
            all.desk.pass(Duration.ofSeconds(10));
            all.trouble(1);
        }

        assertThat(radius(1).nearby()).isZero();
        assertThat(all.of(1).diagnosis().verdict()).isEqualTo(Verdict.UNPROVEN);
    }

    @Test
    void deployments_of_the_same_site_count_for_those_that_are_open_already_too() {
        Desk desk = all.desk;
        desk.read(Sightings.of("trouble", "a." + Desk.SITE, "orders", 1, desk.now()));
        desk.read(Sightings.of("trouble", "b." + Desk.SITE, "billing", 1, desk.now()));
        desk.read(Sightings.of(
                "trouble", "old." + Desk.SITE, "billing", 1, desk.now().minus(Duration.ofHours(1))));
        desk.pass(Duration.ofSeconds(5));

        assertThat(desk.state().incidents().get(0).correlation().radius()).isEqualTo(new BlastRadius(2, 1, 2, 0));
        assertThat(desk.state().published())
                .filteredOn(incident -> !incident.historical())
                .hasSize(2)
                .allSatisfy(
                        incident -> assertThat(incident.diagnosis().verdict()).isEqualTo(Verdict.LIKELY));
    }
}
