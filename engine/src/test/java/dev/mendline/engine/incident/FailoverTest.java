package dev.mendline.engine.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.incident.editor.Opening;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.facts.HelloFacts.Role;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Severity;
import dev.mendline.model.incident.TimelineKind;
import dev.mendline.model.incident.Verdict;
import dev.mendline.model.journal.Hint;
import dev.mendline.model.probe.ProbeRequest;
import dev.mendline.model.probe.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What drivers try again by themselves weighs nothing alone, an election above all. */
class FailoverTest {
    private static final String NODE = Sights.PRIMARY.toString();
    private static final String NO_PRIMARY =
            "Waiting for server to become available for operation find. Timed out while"
                    + " waiting for a server that matches WritableServerSelector. Client view of cluster state is"
                    + " {type=REPLICA_SET, servers=[{address=" + NODE
                    + ", type=REPLICA_SET_SECONDARY, roundTripTime=1.5 ms, state=CONNECTED}]";
    private static final String SELECTION = "server selection error: server selection timeout, current topology:"
            + " { Type: ReplicaSetNoPrimary, Servers: [{ Addr: " + NODE + ", Type: Unknown }, ] }";
    private static final List<String> TEXTS = List.of(NO_PRIMARY, SELECTION, ThresholdsTest.RESET);
    private static final String REFUSED = "pymongo.errors.AutoReconnect: " + NODE + ": [Errno 111] Connection refused";

    private final Desk desk = new Desk(Desk.CATALOG, Inventory.DEFAULT, EngineSettings.DEFAULT);
    private final ScenarioWorld well = new ScenarioWorld();
    private final ScenarioWorld election = new ScenarioWorld()
            .where("hello", node -> ScenarioWorld.Sight.pass(Sights.hello(node, Role.SECONDARY, null)));
    private int answered;

    /** All that was asked for is answered, and what follows from the answers. */
    private void answer(ScenarioWorld world) {
        while (answered < desk.requests.size()) {
            ProbeRequest request = desk.requests.get(answered++);
            ScenarioWorld.Sight sight = world.at(request);
            desk.answer(request, sight.outcome(), sight.facts());
        }
    }

    private void quiet(Duration duration) {
        for (long i = 0; i < duration.toSeconds() / 5; i++) {
            desk.pass(Duration.ofSeconds(5));
            answer(well);
        }
    }

    /** 20 services log at INFO for 30 s; the election is over after so many of them. */
    private void failover(int electionSeconds) {
        Random random = new Random(7);
        for (int second = 0; second < 30; second += 5) {
            for (int service = 0; service < 20; service++) {
                desk.log("service-" + service, "INFO", TEXTS.get(random.nextInt(TEXTS.size())));
                answer(second < electionSeconds ? election : well);
            }
            desk.pass(Duration.ofSeconds(5));
            answer(second < electionSeconds ? election : well);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 30})
    void a_failover_of_half_a_minute_is_one_low_incident_that_resolves_itself(int electionSeconds) {
        failover(electionSeconds);
        quiet(Duration.ofMinutes(6));

        assertThat(new TreeSet<>(desk.published.stream().map(Incident::id).toList()))
                .hasSize(1);
        assertThat(desk.published).as("what the notifier asks before it posts").allSatisfy(incident -> {
            assertThat(incident.severity()).isEqualTo(Severity.LOW);
            assertThat(incident.diagnosis().verdict()).isNotIn(Verdict.CONFIRMED, Verdict.LIKELY);
        });
        Incident last = desk.last();
        assertThat(last.state()).isEqualTo(Incident.State.RESOLVED);
        assertThat(last.services()).hasSize(20);
        assertThat(last.symptoms().stream()
                        .mapToLong(Incident.SymptomCount::count)
                        .sum())
                .isEqualTo(120);
        assertThat(last.timeline().get(0).params()).containsEntry("low", "drivers-retry");
    }

    private void connect(int each) {
        for (int service = 0; service < 20; service++) {
            desk.read(new Hint(
                    Hint.Kind.CONNECTION,
                    Desk.SITE,
                    "service-" + service,
                    "local",
                    null,
                    Sights.TARGET,
                    Desk.SITE,
                    false,
                    each,
                    desk.now()));
        }
    }

    @Test
    void that_all_services_connect_anew_after_it_is_no_spike() {
        for (int minute = 0; minute < 15; minute++) {
            connect(1);
            quiet(Duration.ofMinutes(1));
        }
        failover(10);
        connect(50);
        quiet(Duration.ofSeconds(30));
        connect(50);
        quiet(Duration.ofMinutes(6));

        assertThat(desk.published).allSatisfy(incident -> {
            assertThat(incident.severity()).isEqualTo(Severity.LOW);
            assertThat(incident.diagnosis().verdict()).isNotIn(Verdict.CONFIRMED, Verdict.LIKELY);
            assertThat(incident.symptoms()).noneMatch(symptom -> symptom.id().equals(Opening.SPIKE));
        });
        assertThat(new TreeSet<>(desk.published.stream().map(Incident::id).toList()))
                .hasSize(1);
        assertThat(desk.last().state()).isEqualTo(Incident.State.RESOLVED);
        assertThat(desk.state().incidents().get(0).incident().timeline())
                .as("published ones are shortened")
                .anyMatch(entry -> entry.kind() == TimelineKind.SPIKE_IGNORED);
    }

    @Test
    void one_line_that_no_driver_retries_raises_it() {
        failover(10);
        int revisions = desk.published.size();

        Incident incident = desk.log("orders", "ERROR", NO_PRIMARY);

        assertThat(desk.published).hasSize(revisions + 1);
        assertThat(Told.last(incident)).doesNotContain("low");
        assertThat(incident.timeline())
                .extracting(Told::of)
                .contains("counted-in-full {service=orders, symptom=no-primary}");
        quiet(Duration.ofSeconds(5));
        failing();
        assertThat(desk.last().severity()).isEqualTo(Severity.CRITICAL);
    }

    private void failing() {
        desk.pass(Duration.ofSeconds(65));
        desk.log("orders", "ERROR", NO_PRIMARY);
        answer(election);
    }

    @Test
    void what_lasts_is_confirmed_by_a_second_look_and_stays_low() {
        ScenarioWorld shut = new ScenarioWorld().shutEverywhere(Reason.REFUSED);
        desk.log("orders", "INFO", REFUSED);
        answer(shut);
        assertThat(desk.last().diagnosis().verdict()).isEqualTo(Verdict.POSSIBLE);
        assertThat(desk.last().diagnosis().candidates().get(0).because())
                .endsWith("so this counts when a second look finds it too.");
        int asked = desk.requests.size();

        desk.passUntilAskedAgain();
        assertThat(desk.requests).hasSizeGreaterThan(asked);
        answer(shut);

        assertThat(desk.last().diagnosis().leading()).isEqualTo("node-refuses");
        assertThat(desk.last().diagnosis().verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(desk.last().severity()).isEqualTo(Severity.LOW);
    }

    @Test
    void an_error_after_it_needs_no_second_look() {
        ScenarioWorld shut = new ScenarioWorld().shutEverywhere(Reason.REFUSED);
        desk.log("orders", "INFO", REFUSED);
        answer(shut);

        Incident incident = desk.log("orders", "ERROR", REFUSED);

        assertThat(incident.diagnosis().verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(incident.severity()).isNotEqualTo(Severity.LOW);
    }

    @Test
    void the_servers_own_words_need_no_look_at_all() {
        Incident incident = desk.log(
                "orders",
                "INFO",
                "Command failed with error 8000 (AtlasError): 'connection refused because too many open connections: 819'"
                        + " on server " + NODE + ".");

        assertThat(incident.diagnosis().verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(incident.severity()).isEqualTo(Severity.LOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"WARN", "ERROR", "FATAL", "whatever"})
    void other_levels_weigh_in_full(String level) {
        assertThat(desk.log("orders", level, REFUSED).severity()).isNotEqualTo(Severity.LOW);
    }

    @Test
    void so_does_a_line_without_a_level() {
        assertThat(desk.log("orders", (String) null, REFUSED).severity()).isNotEqualTo(Severity.LOW);
    }
}
