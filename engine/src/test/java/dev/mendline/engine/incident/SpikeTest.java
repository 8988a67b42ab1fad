package dev.mendline.engine.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.incident.editor.Opening;
import dev.mendline.engine.incident.site.ConnectionRates;
import dev.mendline.engine.incident.state.Bounds;
import dev.mendline.engine.incident.state.ConnectionSeries;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.state.SiteState;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Severity;
import dev.mendline.model.incident.TimelineKind;
import dev.mendline.model.journal.Hint;
import dev.mendline.model.log.JournalPosition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many more connections than usual, of several services at once. */
class SpikeTest {
    private static final List<String> SERVICES = List.of("orders", "cart", "media");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Desk desk = new Desk();

    private static Hint hint(String service, @Nullable String peer, int count, Instant at) {
        return new Hint(
                Hint.Kind.CONNECTION, Desk.SITE, service, "local", peer, Sights.TARGET, Desk.SITE, false, count, at);
    }

    private void connect(String service, int count) {
        desk.read(hint(service, null, count, desk.now()));
    }

    /** Every service makes so many connections a minute. */
    private void usually(int perMinute, int minutes) {
        for (int minute = 0; minute < minutes; minute++) {
            SERVICES.forEach(service -> connect(service, perMinute));
            desk.pass(MINUTE);
        }
    }

    private List<String> symptoms() {
        return desk.published.isEmpty()
                ? List.of()
                : desk.last().symptoms().stream().map(Incident.SymptomCount::id).toList();
    }

    @Test
    void three_services_that_make_five_times_as_many_are_a_spike_and_its_causes_are_suspected() {
        usually(4, 12);
        assertThat(desk.published).isEmpty();

        connect("orders", 20);
        connect("cart", 19);
        connect("media", 25);
        assertThat(desk.published).as("19 is not five times 4").isEmpty();
        connect("cart", 1);

        Incident incident = desk.last();
        assertThat(symptoms()).containsExactly(Opening.SPIKE);
        assertThat(incident.target()).isEqualTo(Sights.TARGET);
        assertThat(incident.services()).containsExactly("cart", "media", "orders");
        assertThat(incident.diagnosis().candidates())
                .extracting(candidate -> candidate.cause())
                .contains("sharded-connection-spike", "connection-rate-limited");
        assertThat(incident.severity()).isEqualTo(Severity.LOW);
        assertThat(incident.timeline())
                .extracting(Told::of)
                .contains("opened {low=no-complaint, services=cart, symptom=connection-spike}")
                .contains("connection-spike {connections=orders from 4 to 20, cart from 4 to 20, media from 4 to 25,"
                        + " factor=5, minutes=30, services=3}");
        assertThat(desk.published).as("one step publishes once").hasSize(1);
        assertThat(incident.revision()).isEqualTo(1);
    }

    @Test
    void two_are_not_enough() {
        usually(1, 12);
        connect("orders", 500);
        connect("cart", 500);
        connect("media", 4);

        assertThat(desk.published).isEmpty();
    }

    @Test
    void fewer_than_the_floor_are_none_however_quiet_it_was() {
        SERVICES.forEach(service -> connect(service, 1));
        desk.pass(Duration.ofMinutes(20));

        SERVICES.forEach(service -> connect(service, 9));
        assertThat(desk.published).isEmpty();
        SERVICES.forEach(service -> connect(service, 1));

        assertThat(symptoms()).containsExactly(Opening.SPIKE);
    }

    @ParameterizedTest
    @CsvSource({"9, false", "10, true"})
    void who_is_not_known_for_ten_minutes_has_nothing_that_is_usual(int minutes, boolean spike) {
        usually(1, minutes);
        SERVICES.forEach(service -> connect(service, 100));

        assertThat(symptoms().contains(Opening.SPIKE)).isEqualTo(spike);
    }

    @Test
    void what_becomes_usual_is_no_spike_any_more() {
        usually(2, 12);
        usually(40, 30);
        long seen = desk.last().symptoms().get(0).count();
        assertThat(seen)
                .as("once a minute, until half of the minutes were like it")
                .isBetween(10L, 16L);

        usually(40, 5);

        assertThat(desk.last().symptoms().get(0).count()).isEqualTo(seen);
        assertThat(desk.last().timeline().stream().filter(entry -> entry.kind() == TimelineKind.CONNECTION_SPIKE))
                .as("a spike that lasts is told once")
                .hasSize(1);
    }

    @Test
    void clients_of_which_a_server_tells_count_by_their_addresses_and_are_not_named() {
        for (int minute = 0; minute < 12; minute++) {
            for (int client = 1; client <= 3; client++) {
                desk.read(hint("mongod-1", "10.0.0." + client, 3, desk.now()));
            }
            desk.pass(MINUTE);
        }
        for (int client = 1; client <= 3; client++) {
            desk.read(hint("mongod-1", "10.0.0." + client, 30, desk.now()));
        }

        assertThat(symptoms()).containsExactly(Opening.SPIKE);
        assertThat(desk.last().services()).containsExactly("mongod-1");
        assertThat(desk.last().timeline())
                .extracting(Told::of)
                .noneMatch(told -> told.contains("10.0.0."))
                .anyMatch(told -> told.contains("{address-connections=from 9 to 90, addresses=3"));
    }

    @Test
    void errors_count_as_well_and_one_service_seen_from_both_sides_is_one() {
        for (int minute = 0; minute < 12; minute++) {
            for (String service : List.of("orders", "cart")) {
                connect(service, 1);
                error(service, 1);
            }
            error("media", 1);
            desk.pass(MINUTE);
        }
        for (String service : List.of("orders", "cart")) {
            connect(service, 50);
            error(service, 50);
        }
        assertThat(symptoms()).doesNotContain(Opening.SPIKE);

        error("media", 50);

        assertThat(symptoms()).contains(Opening.SPIKE, "connection-refused");
        assertThat(desk.last().severity()).as("who suffers says so").isNotEqualTo(Severity.LOW);
    }

    private void error(String service, int count) {
        desk.read(Sightings.of("connection-refused", Sights.TARGET, service, count, desk.now()));
    }

    @Test
    void connections_after_an_election_are_none_and_the_timeline_says_so() {
        usually(1, 12);
        for (int i = 0; i < 3; i++) {
            desk.read(Sightings.of("no-primary", Sights.TARGET, "orders", 1, desk.now(), true));
        }
        desk.pass(Duration.ofSeconds(20));
        SERVICES.forEach(service -> connect(service, 100));
        desk.pass(MINUTE);
        SERVICES.forEach(service -> connect(service, 100));

        assertThat(symptoms()).containsExactly("no-primary");
        desk.pass(Duration.ofSeconds(15));
        assertThat(desk.state().published().get(0).timeline().stream()
                        .filter(entry -> entry.kind() == TimelineKind.SPIKE_IGNORED
                                && entry.params().containsKey("connections")))
                .hasSize(1);

        desk.pass(Duration.ofMinutes(2));
        SERVICES.forEach(service -> connect(service, 100));
        assertThat(symptoms()).as("long after it they are").contains(Opening.SPIKE);
    }

    @Test
    void what_is_old_counts_for_nothing() {
        usually(1, 12);
        SERVICES.forEach(
                service -> desk.read(hint(service, null, 100, desk.now().minus(Duration.ofMinutes(16)))));

        assertThat(desk.published).isEmpty();
    }

    @Test
    void other_hints_and_those_without_a_deployment_change_nothing() {
        desk.read(Hint.deployment("orders", "local", Sights.TARGET, Desk.SITE, false, desk.now()));
        desk.read(
                new Hint(Hint.Kind.CONNECTION, Desk.SITE, "orders", "local", null, null, null, false, 500, desk.now()));
        desk.read(new Hint(
                Hint.Kind.UNKNOWN, Desk.SITE, "orders", "local", null, Sights.TARGET, null, false, 5, desk.now()));

        assertThat(desk.state()).isEqualTo(SiteState.empty(Desk.SITE));
    }

    @Test
    void quiet_services_stay_known_for_a_day_and_need_no_ticks() {
        usually(1, 1);
        assertThat(desk.state().needsTicks()).isFalse();
        desk.pass(Duration.ofHours(5));

        SERVICES.forEach(service -> connect(service, 30));

        assertThat(symptoms()).containsExactly(Opening.SPIKE);
    }

    @Test
    void the_state_is_bounded_and_made_up_names_drive_nobody_out() {
        usually(1, 12);
        for (int i = 0; i < 300; i++) {
            connect("made-up-" + i, 1);
        }
        for (int i = 0; i < 200; i++) {
            desk.read(new Hint(
                    Hint.Kind.CONNECTION,
                    Desk.SITE,
                    "x",
                    "local",
                    null,
                    "t" + i + ".ab1cd.mongodb.net",
                    Desk.SITE,
                    false,
                    1,
                    desk.now()));
        }
        assertThat(desk.state().connections()).hasSizeLessThanOrEqualTo(Bounds.CONNECTION_TARGETS);
        assertThat(desk.state().connections())
                .allSatisfy(surge -> assertThat(surge.flows()).hasSizeLessThanOrEqualTo(Bounds.CONNECTION_SOURCES));
    }

    @Test
    void names_that_are_made_up_do_not_hide_a_spike() {
        usually(1, 12);
        for (int i = 0; i < 300; i++) {
            connect("made-up-" + i, 1);
        }
        SERVICES.forEach(service -> connect(service, 30));

        assertThat(symptoms()).containsExactly(Opening.SPIKE);
    }

    /** 50 deployments of 20 services each, in every minute of half an hour a few connections. */
    @Test
    void a_busy_site_is_kept_in_little_room() {
        Random random = new Random(1);
        Instant start = desk.now();
        List<SiteState.TargetConnections> kept = List.of();
        for (int minute = 0; minute < 40; minute++) {
            ConnectionRates surges =
                    new ConnectionRates(EngineSettings.DEFAULT, kept, start.plus(Duration.ofMinutes(minute)));
            for (int target = 0; target < 50; target++) {
                for (int service = 0; service < 20; service++) {
                    surges.count(
                            "cluster-" + target + ".ab1cd.mongodb.net",
                            ConnectionSeries.Kind.CONNECTIONS,
                            "service-" + service,
                            random.nextInt(10));
                }
            }
            kept = surges.kept();
        }
        SiteState empty = SiteState.empty(Desk.SITE);
        SiteState state = new SiteState(
                SiteState.VERSION, Desk.SITE, List.of(), empty.past(), empty.usage(), empty.names(), List.of(), kept);

        assertThat(kept).hasSize(50);
        assertThat(state.bytes().length).as("bytes of 1,000 sources").isLessThan(170_000);
        assertThat(SiteState.read(state.bytes())).isEqualTo(state);
    }

    /** However stage 1 folds what happens within a second, and in whichever order. */
    @Test
    void how_connections_are_folded_changes_nothing() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 20; round++) {
            List<List<Hint>> seconds = new ArrayList<>();
            Instant start = desk.now();
            for (int second = 0; second < 15 * 60; second += 20) {
                int most = second > 13 * 60 ? 60 : 3;
                Instant at = start.plusSeconds(second);
                seconds.add(SERVICES.stream()
                        .map(service -> hint(service, null, 1 + random.nextInt(most), at))
                        .toList());
            }
            SiteState whole = folded(seconds, hints -> hints);
            SiteState single = folded(seconds, hints -> shuffled(hints, random));

            assertThat(flows(single)).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(flows(whole));
            assertThat(single.published().stream().map(Incident::symptoms).toList())
                    .as("seed %d", seed)
                    .isEqualTo(
                            whole.published().stream().map(Incident::symptoms).toList());
        }
    }

    private static List<ConnectionSeries> flows(SiteState state) {
        return state.connections().stream()
                .flatMap(surge -> surge.flows().stream())
                .toList();
    }

    private static List<Hint> shuffled(List<Hint> hints, Random random) {
        List<Hint> singles = new ArrayList<>();
        hints.forEach(hint -> {
            for (int i = 0; i < hint.count(); i++) {
                singles.add(hint(hint.service(), null, 1, hint.at()));
            }
        });
        Collections.shuffle(singles, random);
        return singles;
    }

    private static SiteState folded(List<List<Hint>> seconds, UnaryOperator<List<Hint>> form) {
        IncidentEngine engine = new IncidentEngine(Desk.CATALOG, EngineSettings.DEFAULT);
        SiteState state = SiteState.empty(Desk.SITE);
        long offset = 0;
        for (List<Hint> second : seconds) {
            for (Hint hint : form.apply(second)) {
                state = engine.on(hint, new JournalPosition(0, offset++), hint.at(), state)
                        .state();
            }
        }
        return state;
    }

    @Test
    void a_catalog_that_does_not_know_it_sees_none() {
        Catalog without = SmallCatalog.all();
        Desk plain = new Desk(without, Inventory.DEFAULT, EngineSettings.DEFAULT);
        plain.read(hint("orders", null, 5, plain.now()));

        assertThat(plain.state()).isEqualTo(SiteState.empty(Desk.SITE));
    }
}
