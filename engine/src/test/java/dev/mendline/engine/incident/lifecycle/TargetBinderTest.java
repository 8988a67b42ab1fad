package dev.mendline.engine.incident.lifecycle;

import static dev.mendline.engine.incident.Talking.A;
import static dev.mendline.engine.incident.Talking.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.incident.Desk;
import dev.mendline.engine.incident.SmallCatalog;
import dev.mendline.engine.incident.Talking;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.state.SiteState;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.config.StrictYaml;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.journal.Hint;
import dev.mendline.model.journal.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines that name no host: of which deployment they are, by what their service talks to. */
class TargetBinderTest {
    private static final String ORDERS = "orders";
    private static final EngineSettings SETTINGS = StrictYaml.read(
            "mendline.yaml", "{correlation: {binding-lasts: 1h}, limits: {open-per-site: 2}}", EngineSettings.class);

    private final Desk desk = new Desk(SmallCatalog.of(), Inventory.DEFAULT, SETTINGS);
    private final Talking talking = new Talking(desk);

    /** What is read of a service, and what its own incident and those of two deployments are and count then. */
    @ParameterizedTest(name = "{0} → {1}, {2}, {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "line                              | open 1           | none   | none",
                "stranger                          | open 1           | none   | none",
                "hintA                             | none             | none   | none",
                "hintA line                        | none             | open 1 | none",
                "sightedA line                     | none             | open 1 | none",
                "hintA stranger                    | open 1           | none   | none",
                "hintA stranger line               | open 1           | open 1 | none",
                "hintA noise noise                 | none             | none   | none",
                "hintA noise noise noise           | none             | open 3 | none",
                "noise noise hintA noise           | none             | open 3 | none",
                "noise noise hintA line            | none             | open 3 | none",
                "noise hintA noise hintB noise     | none             | none   | none",
                "hintA hintB line                  | open 1           | none   | none",
                "hintA hintB noise noise noise     | open 3           | none   | none",
                "hintA hintB sightedA line         | none             | open 1 | none",
                "hintA hintB sightedB line line    | none             | none   | open 2",
                "sightedA sightedB line            | open 1           | none   | none",
                "sightedA hintB pause line         | open 1           | none   | none",
                "sightedA pause sightedB line      | none             | none   | open 1",
                "hintA hour line                   | open 1           | none   | none",
                "hintA hour hintB line             | none             | none   | open 1",
                "hintB hintA old line              | none             | open 1 | none",
                "line hintA                        | merged 1 into A  | open 1 | none",
                "line line line sightedA           | merged 3 into A  | open 3 | none",
                "line hintA line                   | merged 1 into A  | open 2 | none",
                "line atA hintA                    | merged 1 into A  | open 2 | none",
                "atA atA pause line hintA          | merged 1 into A  | open 1 | none",
                "hintA hintB line sightedA         | merged 1 into A  | open 1 | none",
                "hintA hintB line sightedA line    | merged 1 into A  | open 2 | none",
                "hintA hintB line sightedA hintB   | merged 1 into A  | open 1 | none",
                "sightedB hintA line               | none             | none   | open 1",
                "sightedA sightedB line sightedB   | open 1           | none   | none",
                "line hintA sightedB sightedA line | open 1           | open 1 | none",
                "stranger line hintA               | open 2           | none   | none",
                "line stranger hintA               | open 2           | none   | none",
                "stranger hintA line line          | open 1           | open 2 | none",
                "line pause hintA                  | resolved 1       | none   | none",
                "line pause hintA line             | resolved 1       | open 1 | none",
                "oldline                           | open 1 old       | none   | none",
                "oldline hintA                     | merged 1 into A  | open 1 old | none",
                "oldline hintA line                | merged 1 into A  | open 2 | none",
                "crowdA line hintA                 | merged 1 into A  | overflow 1 | none",
                "crowdA hintA line                 | none             | overflow 1 | none"
            })
    void leads_to(String steps, String own, String a, String b) {
        for (String step : steps.strip().split(" ")) {
            read(step);
        }

        assertThat(last(talking.own(ORDERS))).isEqualTo(own);
        assertThat(last(talking.of(A), desk.state(Talking.siteOf(A)))).isEqualTo(a);
        assertThat(last(talking.of(B), desk.state(Talking.siteOf(B)))).isEqualTo(b);
    }

    private void read(String step) {
        switch (step) {
            case "line" -> talking.loses(ORDERS, 1);
            case "noise" -> desk.read(talking.lost("noise", ORDERS, 1, false));
            case "stranger" -> desk.read(talking.lost("trouble", ORDERS, 1, true));
            case "oldline" -> {
                Sighting now = talking.lost("trouble", ORDERS, 1, false);
                desk.pass(Duration.ofMinutes(30));
                desk.read(now);
            }
            case "hintA" -> talking.talksTo(ORDERS, A);
            case "hintB" -> talking.talksTo(ORDERS, B);
            case "sightedA" -> talking.struckBy(ORDERS, A);
            case "sightedB" -> talking.struckBy(ORDERS, B);
            case "old" -> desk.read(talking.hint(ORDERS, A, true, desk.now().minus(Duration.ofMinutes(1))));
            case "atA" -> desk.read(talking.sighting("trouble", A, ORDERS, 1, false));
            case "crowdA" ->
                List.of("x.", "y.")
                        .forEach(other ->
                                desk.read(talking.sighting("trouble", other + Talking.siteOf(A), "other", 1, false)));
            case "pause" -> desk.pass(Duration.ofMinutes(6));
            case "hour" -> desk.pass(Duration.ofHours(1));
            default -> throw new AssertionError(step);
        }
    }

    private String last(List<Incident> incidents) {
        return incidents.isEmpty() ? "none" : told(incidents.get(incidents.size() - 1));
    }

    /** Where a deployment has none of its own, what its site's overflow incident counts. */
    private String last(List<Incident> incidents, SiteState state) {
        return incidents.isEmpty()
                ? state.incidents().stream()
                        .filter(file -> file.overflow() != null)
                        .map(file -> "overflow " + Talking.counted(List.of(file.incident())))
                        .findFirst()
                        .orElse("none")
                : last(incidents);
    }

    private String told(Incident incident) {
        return incident.state().name().toLowerCase(Locale.ROOT) + " " + Talking.counted(List.of(incident))
                + into(incident.mergedInto())
                + (incident.historical() && incident.state() == Incident.State.OPEN ? " old" : "");
    }

    private String into(@Nullable String other) {
        if (other == null) {
            return "";
        }
        boolean isOfA = desk.state(Talking.siteOf(A)).incidents().stream()
                .anyMatch(file -> file.incident().id().equals(other)
                        && (A.equals(file.incident().target()) || file.overflow() != null));
        return isOfA ? " into A" : " into " + other;
    }

    @Test
    void the_timeline_says_between_which_deployments_it_could_not_tell() {
        talking.talksTo(ORDERS, B);
        talking.talksTo(ORDERS, A);
        talking.loses(ORDERS, 1);
        talking.loses(ORDERS, 1);

        Incident own = talking.own(ORDERS).get(0);

        assertThat(Talking.said(own))
                .containsExactly(
                        "opened {services=orders, symptom=trouble}",
                        "not-probed {why=target-unknown}",
                        "target-unclear {deployments=" + A + ", " + B + "}");
        assertThat(desk.published.get(0).timeline())
                .as("from the first revision on")
                .hasSize(3);
    }

    @Test
    void the_same_hint_twice_changes_nothing_the_second_time() {
        Hint hint = talking.hint(ORDERS, A, true, desk.now());
        talking.loses(ORDERS, 1);
        desk.read(hint);
        SiteState own = desk.state(Sighting.siteOf(ORDERS));
        SiteState a = desk.state(Talking.siteOf(A));
        int written = desk.written.size();

        desk.read(hint);

        assertThat(desk.state(Sighting.siteOf(ORDERS))).isEqualTo(own);
        assertThat(desk.state(Talking.siteOf(A))).isEqualTo(a);
        assertThat(desk.written).hasSize(written);
    }

    @Test
    void a_hint_that_tells_no_deployment_of_a_service_tells_nothing_here() {
        Hint good = talking.hint(ORDERS, A, false, desk.now());
        SiteState nothing = SiteState.empty(good.site());

        desk.read(of(good, Hint.Kind.CONNECTION, good.site(), A, Talking.siteOf(A)));
        desk.read(of(good, Hint.Kind.UNKNOWN, good.site(), A, Talking.siteOf(A)));
        desk.read(of(good, Hint.Kind.DEPLOYMENT, good.site(), null, Talking.siteOf(A)));
        desk.read(of(good, Hint.Kind.DEPLOYMENT, good.site(), A, null));
        desk.read(of(good, Hint.Kind.DEPLOYMENT, good.site(), A, good.site()));
        desk.read(of(good, Hint.Kind.DEPLOYMENT, Talking.siteOf(B), A, Talking.siteOf(A)));

        assertThat(desk.state(good.site())).isEqualTo(nothing);
        assertThat(desk.state(Talking.siteOf(B)).names().bindings()).isEmpty();
    }

    private static Hint of(Hint hint, Hint.Kind kind, String site, @Nullable String target, @Nullable String its) {
        return new Hint(kind, site, hint.service(), hint.zone(), null, target, its, false, 1, hint.at());
    }

    @Test
    void a_hint_counts_by_the_journals_clock_and_an_old_one_not_at_all() {
        Instant ahead = desk.now().plus(Duration.ofDays(9));
        desk.read(talking.hint(ORDERS, A, true, ahead));
        desk.read(talking.hint(ORDERS, B, true, desk.now().minus(Duration.ofHours(2))));

        assertThat(desk.state(Sighting.siteOf(ORDERS)).names().bindings())
                .containsExactly(
                        new SiteState.ServiceBinding(A, Talking.siteOf(A), desk.now(), desk.now(), desk.now()));
    }

    @Test
    void at_most_twenty_deployments_of_a_service_are_kept_and_the_site_stays_small() {
        for (int i = 0; i < 100; i++) {
            talking.talksTo(ORDERS, "c" + i + ".ab1cd.mongodb.net");
            desk.pass(Duration.ofSeconds(5));
        }
        SiteState state = desk.state(Sighting.siteOf(ORDERS));

        assertThat(state.names().bindings())
                .hasSize(20)
                .extracting(SiteState.ServiceBinding::target)
                .contains("c99.ab1cd.mongodb.net", "c80.ab1cd.mongodb.net");
        assertThat(state.bytes()).hasSizeLessThan(5_000);
        talking.loses(ORDERS, 1);
        assertThat(Talking.latest(talking.own(ORDERS).get(0))).contains(" and 15 more");
    }

    @Test
    void in_whichever_order_hints_and_lines_come_all_events_end_in_the_deployments_own_incident() {
        for (long seed = 1; seed <= 40; seed++) {
            Random random = new Random(seed);
            Desk here = new Desk(SmallCatalog.of(), Inventory.DEFAULT, SETTINGS);
            long events = new AnyOrder(here, random).story();
            Talking there = new Talking(here);

            assertThat(Talking.counted(there.of(A))).as("seed %d", seed).isEqualTo(events);
            assertThat(there.of(A)).as("seed %d", seed).hasSize(1);
            assertThat(List.of("s0", "s1", "s2"))
                    .as("seed %d", seed)
                    .allSatisfy(service -> assertThat(there.own(service))
                            .allMatch(incident -> incident.state() == Incident.State.MERGED));
        }
    }

    /** Lines of three services that talk to one deployment, and the hints that say so. */
    private record AnyOrder(Desk desk, Random random) {
        long story() {
            Talking talking = new Talking(desk);
            List<Runnable> records = new java.util.ArrayList<>();
            long events = 0;
            for (int i = 0; i < 3; i++) {
                String service = "s" + i;
                records.add(() -> talking.talksTo(service, A));
                records.add(() -> talking.struckBy(service, A));
                records.add(() -> desk.read(talking.sighting("trouble", A, service, 1, false)));
                events++;
                for (int count = 1; count <= 4; count++) {
                    int some = count;
                    String symptom = count % 2 == 0 ? "noise" : "trouble";
                    records.add(() -> desk.read(talking.lost(symptom, service, some, false)));
                    events += count;
                }
            }
            java.util.Collections.shuffle(records, random);
            records.forEach(record -> {
                record.run();
                desk.pass(Duration.ofSeconds(5L * random.nextInt(2)));
            });
            return events;
        }
    }
}
