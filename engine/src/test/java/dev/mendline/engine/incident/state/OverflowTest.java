package dev.mendline.engine.incident.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.incident.Desk;
import dev.mendline.engine.incident.Persons;
import dev.mendline.engine.incident.Sightings;
import dev.mendline.engine.incident.SmallCatalog;
import dev.mendline.engine.incident.Told;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.config.StrictYaml;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.journal.Command;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is too much to be followed singly is counted in one incident that says so. */
class OverflowTest {
    private static Desk desk(String settings) {
        return new Desk(
                SmallCatalog.of(), Inventory.DEFAULT, StrictYaml.read("mendline.yaml", settings, EngineSettings.class));
    }

    private static Incident trouble(Desk desk, String service, int deployment) {
        return trouble(desk, service, deployment, false);
    }

    private static Incident trouble(Desk desk, String service, int deployment, boolean old) {
        return desk.read(Sightings.of(
                "trouble",
                "d" + deployment + ".ab1cd.mongodb.net",
                service,
                1,
                old ? desk.now().minus(Duration.ofHours(1)) : desk.now()));
    }

    private static List<Incident> open(Desk desk) {
        return desk.state().published().stream()
                .filter(incident -> incident.state() == Incident.State.OPEN)
                .toList();
    }

    private static Incident overflow(Desk desk) {
        return desk.state().incidents().stream()
                .filter(file -> file.overflow() != null)
                .map(IncidentState::incident)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void beyond_the_open_incidents_of_a_site_one_more_takes_all() {
        Desk desk = desk("{limits: {open-per-site: 3}}");
        for (int i = 0; i < 3; i++) {
            trouble(desk, "orders", i);
        }
        Incident first = trouble(desk, "orders", 3);
        trouble(desk, "billing", 4);
        trouble(desk, "billing", 4);

        assertThat(first.target()).isNull();
        assertThat(first.timeline())
                .extracting(Told::of)
                .containsExactly("opened", "not-tracked {open=3, place=d3.ab1cd.mongodb.net, why=too-many-open}");
        assertThat(open(desk)).hasSize(4);
        Incident later = overflow(desk);
        assertThat(later.id()).isEqualTo(first.id());
        assertThat(later.services()).containsExactly("billing", "orders");
        assertThat(later.symptoms()).singleElement().extracting("count").isEqualTo(3L);
        assertThat(later.advice().summary())
                .isEqualTo("2 deployments or services of ab1cd.mongodb.net are not tracked separately because the"
                        + " site's limit of open incidents is reached (3).");
        assertThat(later.advice().steps().toString())
                .contains(
                        "d3.ab1cd.mongodb.net, d4.ab1cd.mongodb.net", "billing, orders", "engine.limits.open-per-site");
        assertThat(later.diagnosis().leading()).isNull();
        assertThat(desk.requests).isEmpty();
    }

    @Test
    void people_may_take_it_but_not_have_it_looked_at_anew() {
        Desk desk = desk("{limits: {open-per-site: 1}}");
        trouble(desk, "orders", 0);
        trouble(desk, "orders", 1);
        String advice = overflow(desk).advice().summary();
        Persons persons = new Persons(desk);

        desk.read(persons.command(Command.Kind.ACKNOWLEDGE, overflow(desk).id(), "dana"));
        desk.read(persons.command(Command.Kind.RECHECK, overflow(desk).id(), "dana"));

        assertThat(Persons.last(overflow(desk))).isEqualTo("dana: command-rejected {command=recheck, why=is-overflow}");
        assertThat(overflow(desk).acknowledged()).isNotNull();
        assertThat(overflow(desk).advice().summary()).isEqualTo(advice);
    }

    @Test
    void more_of_it_is_published_every_ten_seconds_at_most() {
        Desk desk = desk("{limits: {open-per-site: 1}}");
        for (int i = 0; i < 100; i++) {
            trouble(desk, "service-" + i, i);
        }
        assertThat(desk.published).hasSize(2);

        Incident incident = desk.pass(Duration.ofSeconds(10));

        assertThat(desk.published).hasSize(3);
        assertThat(incident.symptoms().get(0).count()).isEqualTo(99);
        assertThat(incident.services()).hasSize(50);
        assertThat(incident.advice().summary()).startsWith("More than 50 deployments or services");
        assertThat(incident.timeline()).extracting(Told::of).containsOnlyOnce("not-tracked {places=50}");
    }

    @Test
    void a_service_brings_up_so_many_new_deployments_an_hour_and_another_still_may() {
        Desk desk = desk("{limits: {new-targets-per-hour: 2}, resolution: {quiet: 1h}}");
        trouble(desk, "orders", 0);
        trouble(desk, "orders", 1);
        trouble(desk, "orders", 1);
        Incident third = trouble(desk, "orders", 2);
        assertThat(third.target()).isNull();
        assertThat(third.advice().summary())
                .endsWith("because orders named too many new deployments within an hour (2).");

        assertThat(trouble(desk, "billing", 3).target()).isEqualTo("d3.ab1cd.mongodb.net");
        desk.pass(Duration.ofMinutes(60));
        assertThat(trouble(desk, "orders", 2).target()).isEqualTo("d2.ab1cd.mongodb.net");
        assertThat(desk.state().usage().newTargets())
                .singleElement()
                .extracting(SiteState.NewTarget::service)
                .isEqualTo("orders");
    }

    @Test
    void what_finds_room_later_is_followed_singly_and_the_overflow_says_so() {
        Desk desk = desk("{limits: {open-per-site: 1}, resolution: {quiet: 1m}}");
        trouble(desk, "orders", 0);
        trouble(desk, "orders", 1);
        String overflow = overflow(desk).id();
        desk.pass(Duration.ofSeconds(30));
        trouble(desk, "orders", 1);
        desk.pass(Duration.ofSeconds(35));
        assertThat(open(desk)).extracting(Incident::id).containsExactly(overflow);

        trouble(desk, "orders", 1);

        assertThat(open(desk)).extracting(Incident::target).contains("d1.ab1cd.mongodb.net");
        assertThat(overflow(desk).timeline()).extracting(Told::of).contains("tracked {place=d1.ab1cd.mongodb.net}");
        assertThat(overflow(desk).advice().summary())
                .isEqualTo("All that was not followed singly in ab1cd.mongodb.net has an incident of its own by now.");
    }

    @Test
    void it_resolves_by_quiet_and_reopens() {
        Desk desk = desk("{limits: {open-per-site: 1}, resolution: {quiet: 1m}}");
        trouble(desk, "orders", 0);
        trouble(desk, "orders", 1);
        for (int i = 0; i < 4; i++) {
            desk.pass(Duration.ofSeconds(30));
            trouble(desk, "orders", 0);
        }
        assertThat(overflow(desk).state()).isEqualTo(Incident.State.RESOLVED);

        Incident again = trouble(desk, "orders", 2);

        assertThat(again.episodes()).isEqualTo(2);
        assertThat(again.id()).isEqualTo(overflow(desk).id());
        assertThat(again.advice().steps().toString()).contains("d2.ab1cd").doesNotContain("d1.ab1cd");
    }

    @Test
    void a_resolved_one_that_may_not_reopen_says_why() {
        Desk desk = desk("{limits: {open-per-site: 1}, resolution: {quiet: 1m}}");
        trouble(desk, "orders", 0);
        desk.pass(Duration.ofMinutes(2));
        trouble(desk, "orders", 1);

        trouble(desk, "orders", 0);

        assertThat(desk.state().published())
                .filteredOn(incident -> "d0.ab1cd.mongodb.net".equals(incident.target()))
                .singleElement()
                .satisfies(incident -> {
                    assertThat(incident.state()).isEqualTo(Incident.State.RESOLVED);
                    assertThat(incident.timeline())
                            .extracting(Told::of)
                            .endsWith("not-reopened {open=1, service=orders, symptom=trouble, why=too-many-open}");
                });
        assertThat(overflow(desk).symptoms().get(0).count()).isEqualTo(1);
    }

    @Test
    void old_lines_overflow_as_old() {
        Desk desk = desk("{limits: {open-per-site: 1}}");
        trouble(desk, "orders", 0, true);
        assertThat(trouble(desk, "orders", 1, true).historical()).isTrue();
        assertThat(trouble(desk, "orders", 2).historical()).isFalse();
    }
}
