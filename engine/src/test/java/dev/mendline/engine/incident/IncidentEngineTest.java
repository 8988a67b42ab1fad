package dev.mendline.engine.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.incident.diagnosis.Diagnostician;
import dev.mendline.engine.incident.state.SiteState;
import dev.mendline.model.Json;
import dev.mendline.model.facts.Attempt;
import dev.mendline.model.facts.HostFacts;
import dev.mendline.model.facts.ResolverAnswer;
import dev.mendline.model.facts.SrvFacts;
import dev.mendline.model.facts.TcpFacts;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Severity;
import dev.mendline.model.incident.Verdict;
import dev.mendline.model.journal.Sighting;
import dev.mendline.model.log.Captures;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.ProbeRequest;
import dev.mendline.model.probe.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncidentEngineTest {
    private static final String SRV_REFUSED = "Error: querySrv ECONNREFUSED _mongodb._tcp.c.ab1cd.mongodb.net";
    private static final String NODE_REFUSES =
            "Exception in monitor thread while connecting to server c-shard-00-00.ab1cd.mongodb.net:27017\n"
                    + "Caused by: java.net.ConnectException: Connection refused";
    private static final Node NODE = Node.of("c-shard-00-00.ab1cd.mongodb.net:27017");

    private final Desk desk = new Desk();

    private static SrvFacts srv(Reason system, Reason reference) {
        return new SrvFacts(
                "_mongodb._tcp.c.ab1cd.mongodb.net",
                List.of(new ResolverAnswer("10.0.0.2:53", "udp", system, system == Reason.ANSWERED ? 1 : 0, 1, system)),
                List.of(new ResolverAnswer(
                        "10.0.0.3:53", "udp", reference, reference == Reason.ANSWERED ? 1 : 0, 1, reference)),
                system == Reason.ANSWERED || reference == Reason.ANSWERED ? List.of(NODE) : List.of(),
                false,
                List.of());
    }

    private static HostFacts host(Reason system, Reason reference) {
        return new HostFacts(
                NODE.host(),
                List.of(new ResolverAnswer("10.0.0.2:53", "udp", system, 0, 1, system)),
                List.of(new ResolverAnswer("10.0.0.3:53", "udp", reference, 1, 1, reference)),
                List.of("192.0.2.9"),
                false,
                null,
                List.of());
    }

    private static TcpFacts tcp(Reason status) {
        return new TcpFacts(NODE.host(), NODE.port(), List.of(new Attempt("10.0.0.9", status, 1)), null);
    }

    @Test
    void a_first_sighting_opens_an_incident_and_asks_what_would_decide() {
        Incident incident = desk.log(SRV_REFUSED);

        assertThat(incident.state()).isEqualTo(Incident.State.OPEN);
        assertThat(incident.target()).isEqualTo("c.ab1cd.mongodb.net");
        assertThat(incident.site()).isEqualTo(Desk.SITE);
        assertThat(incident.revision()).isEqualTo(1);
        assertThat(incident.diagnosis().leading()).isEqualTo("resolver-unreachable");
        assertThat(incident.diagnosis().verdict()).isEqualTo(Verdict.POSSIBLE);
        assertThat(desk.requests).extracting(request -> request.probe()).containsExactly("dns-srv");
        assertThat(desk.lastRequest().deadline()).isEqualTo(desk.now().plusSeconds(60));
    }

    @Test
    void a_dead_resolver_is_confirmed_and_the_advice_names_it() {
        desk.log(SRV_REFUSED);

        Incident first = desk.failed(desk.lastRequest(), Reason.REFUSED, srv(Reason.REFUSED, Reason.ANSWERED));
        assertThat(first.diagnosis().verdict())
                .as("it may yet answer for the nodes")
                .isEqualTo(Verdict.LIKELY);
        Incident incident = desk.failed(desk.lastRequest(), Reason.REFUSED, host(Reason.REFUSED, Reason.ANSWERED));

        assertThat(incident.diagnosis().verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(incident.diagnosis().candidates().get(0).because())
                .isEqualTo("Nothing answers at 10.0.0.2:53 in zone local, but 10.0.0.3:53 answers the same query.");
        assertThat(incident.advice().summary()).contains("10.0.0.2:53", "orders");
        assertThat(incident.advice().steps().toString()).contains("c-shard-00-00.ab1cd.mongodb.net:27017");
        assertThat(incident.findings()).hasSize(2).first().satisfies(found -> {
            assertThat(found.reason()).isEqualTo(Reason.REFUSED);
            assertThat(found.journal().offset())
                    .as("after the line and what its incident told its zone")
                    .isEqualTo(2);
        });
    }

    @Test
    void a_name_that_nobody_knows_is_likely_a_paused_cluster_and_the_resolver_is_cleared() {
        desk.log("Error: querySrv ENOTFOUND _mongodb._tcp.c.ab1cd.mongodb.net");

        Incident incident = desk.failed(desk.lastRequest(), Reason.NXDOMAIN, srv(Reason.NXDOMAIN, Reason.NXDOMAIN));

        assertThat(incident.diagnosis().candidates())
                .extracting(candidate ->
                        candidate.cause() + " " + candidate.verdict().word())
                .containsExactly("cluster-paused-or-deleted likely", "resolver-lacks-srv refuted");
    }

    @Test
    void a_node_that_refuses_is_confirmed() {
        desk.log(NODE_REFUSES);

        assertThat(desk.lastRequest().node()).isEqualTo(NODE);
        Incident incident = desk.failed(desk.lastRequest(), Reason.REFUSED, tcp(Reason.REFUSED));

        assertThat(incident.diagnosis().leading()).isEqualTo("node-refuses");
        assertThat(incident.diagnosis().verdict()).isEqualTo(Verdict.CONFIRMED);
    }

    @Test
    void a_frightening_line_of_a_healthy_node_ends_refuted_and_low() {
        desk.log(NODE_REFUSES);

        Incident incident = desk.passed(desk.lastRequest(), tcp(Reason.ANSWERED));

        assertThat(incident.diagnosis().verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(incident.severity()).isEqualTo(Severity.LOW);
        assertThat(incident.advice().summary()).isEqualTo("TCP to c-shard-00-00.ab1cd.mongodb.net:27017 opens now.");
    }

    @Test
    void the_servers_own_words_need_no_probe() {
        Incident incident = desk.log("Command failed with error 8000 (AtlasError): 'connection refused because too many"
                + " open connections: 819' on server c-shard-00-00.ab1cd.mongodb.net:27017.");

        assertThat(incident.diagnosis().leading()).isEqualTo("connection-limit-reached");
        assertThat(incident.diagnosis().verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(incident.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(incident.advice().summary()).contains("819");
        assertThat(desk.requests).isEmpty();
    }

    @Test
    void evidence_that_contradicts_itself_is_shown_as_a_conflict() {
        assertThat(Diagnostician.verdict(true, false, true, true)).isEqualTo(Verdict.UNPROVEN);
        assertThat(Diagnostician.verdict(false, true, true, true)).isEqualTo(Verdict.REFUTED);
        assertThat(Diagnostician.verdict(false, false, false, false)).isEqualTo(Verdict.POSSIBLE);
        assertThat(Diagnostician.verdict(false, false, false, true)).isEqualTo(Verdict.UNPROVEN);
    }

    @Test
    void silence_of_the_workers_ends_as_no_answer_and_could_not_tell() {
        desk.log(NODE_REFUSES);

        Incident incident = desk.pass(Duration.ofSeconds(65));

        assertThat(incident.findings()).singleElement().satisfies(found -> {
            assertThat(found.outcome()).isEqualTo(Outcome.Kind.INCONCLUSIVE);
            assertThat(found.reason()).isEqualTo(Reason.NO_ANSWER);
        });
        assertThat(incident.diagnosis().verdict()).isEqualTo(Verdict.UNPROVEN);
        assertThat(incident.advice().summary()).startsWith("Perhaps c-shard-00-00.ab1cd.mongodb.net is up");
    }

    @Test
    void a_second_answer_to_the_same_request_changes_nothing() {
        desk.log(NODE_REFUSES);
        desk.failed(desk.lastRequest(), Reason.REFUSED, tcp(Reason.REFUSED));
        SiteState before = desk.state();
        int revisions = desk.published.size();

        desk.passed(desk.requests.get(0), tcp(Reason.ANSWERED));

        assertThat(desk.state()).isEqualTo(before);
        assertThat(desk.published).hasSize(revisions);
    }

    @Test
    void more_of_the_same_is_counted_and_published_every_ten_seconds_at_most() {
        desk.log(SRV_REFUSED);
        for (int i = 0; i < 100; i++) {
            desk.log(SRV_REFUSED);
        }

        assertThat(desk.published).hasSize(1);
        Incident incident = desk.pass(Duration.ofSeconds(10));
        assertThat(desk.published).hasSize(2);
        assertThat(incident.symptoms()).singleElement().extracting("count").isEqualTo(101L);
        assertThat(incident.samples()).hasSize(1);
    }

    @Test
    void another_service_is_news() {
        desk.log(SRV_REFUSED);

        Incident incident = desk.log("billing", SRV_REFUSED, desk.now());

        assertThat(desk.published).hasSize(2);
        assertThat(incident.services()).containsExactly("billing", "orders");
    }

    @Test
    void it_resolves_when_it_is_quiet_and_what_failed_passes_and_keeps_what_was_confirmed() {
        desk.log(NODE_REFUSES);
        desk.failed(desk.lastRequest(), Reason.REFUSED, tcp(Reason.REFUSED));
        desk.pass(Duration.ofMinutes(6));
        assertThat(desk.last().state()).as("a probe still fails").isEqualTo(Incident.State.OPEN);
        desk.passUntilAskedAgain();
        desk.passed(desk.lastRequest(), tcp(Reason.ANSWERED));
        Incident incident = desk.pass(Duration.ofSeconds(5));

        assertThat(incident.state()).isEqualTo(Incident.State.RESOLVED);
        assertThat(incident.endedAt()).isEqualTo(desk.now());
        assertThat(incident.diagnosis().verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(desk.state().needsTicks()).isFalse();
    }

    @Test
    void a_sighting_within_half_an_hour_reopens_and_a_later_one_names_its_previous() {
        desk.log(NODE_REFUSES);
        desk.passed(desk.lastRequest(), tcp(Reason.ANSWERED));
        String first = desk.pass(Duration.ofMinutes(5)).id();
        assertThat(desk.last().state()).isEqualTo(Incident.State.RESOLVED);

        Incident reopened = desk.log(NODE_REFUSES);
        assertThat(reopened.id()).isEqualTo(first);
        assertThat(reopened.episodes()).isEqualTo(2);
        assertThat(reopened.state()).isEqualTo(Incident.State.OPEN);

        desk.passed(desk.lastRequest(), tcp(Reason.ANSWERED));
        desk.pass(Duration.ofMinutes(40));
        Incident later = desk.log(NODE_REFUSES);
        assertThat(later.id()).isNotEqualTo(first);
        assertThat(later.previous()).isEqualTo(first);
    }

    @Test
    void a_refuted_suspicion_is_looked_at_anew_when_the_error_goes_on() {
        desk.log(NODE_REFUSES);
        desk.passed(desk.lastRequest(), tcp(Reason.ANSWERED));
        desk.pass(Duration.ofMinutes(2));

        desk.log(NODE_REFUSES);
        assertThat(desk.requests).hasSize(2);
        Incident incident = desk.failed(desk.lastRequest(), Reason.REFUSED, tcp(Reason.REFUSED));

        assertThat(incident.diagnosis().verdict()).isEqualTo(Verdict.CONFIRMED);
    }

    @Test
    void what_was_confirmed_is_not_held_on_to_when_another_error_follows_its_recovery() {
        desk.log(NODE_REFUSES);
        desk.failed(desk.lastRequest(), Reason.REFUSED, tcp(Reason.REFUSED));
        desk.passUntilAskedAgain();
        desk.passed(desk.lastRequest(), tcp(Reason.ANSWERED));
        assertThat(desk.last().diagnosis().verdict()).isEqualTo(Verdict.CONFIRMED);

        desk.pass(Duration.ofSeconds(30));
        Incident incident = desk.log("Command failed with error 18 (AuthenticationFailed): 'Authentication failed.' on"
                + " server c-shard-00-00.ab1cd.mongodb.net:27017.");

        assertThat(incident.diagnosis().leading()).isEqualTo("wrong-credentials");
        assertThat(incident.diagnosis().verdict()).isEqualTo(Verdict.LIKELY);
    }

    @Test
    void a_new_episode_is_judged_by_what_it_shows_itself() {
        desk.log(
                "Command failed with error 8000 (AtlasError): 'connection refused because too many open connections: 819'"
                        + " on server c-shard-00-00.ab1cd.mongodb.net:27017.");
        desk.pass(Duration.ofMinutes(6));
        assertThat(desk.last().state()).isEqualTo(Incident.State.RESOLVED);

        Incident incident = desk.log(NODE_REFUSES);

        assertThat(incident.diagnosis().leading()).isEqualTo("node-refuses");
        assertThat(incident.diagnosis().verdict()).isEqualTo(Verdict.POSSIBLE);
        assertThat(incident.severity()).as("a guess").isEqualTo(Severity.MEDIUM);
        assertThat(incident.symptoms()).hasSize(1);
        assertThat(desk.requests).hasSize(1);
    }

    @Test
    void an_old_line_neither_reopens_nor_keeps_open() {
        desk.log(NODE_REFUSES);
        desk.passed(desk.lastRequest(), tcp(Reason.ANSWERED));
        desk.pass(Duration.ofMinutes(4));
        desk.log("orders", NODE_REFUSES, desk.now().minus(Duration.ofMinutes(30)));
        desk.pass(Duration.ofMinutes(1));
        assertThat(desk.last().state()).as("old lines do not count as noise").isEqualTo(Incident.State.RESOLVED);

        desk.log("orders", NODE_REFUSES, desk.now().minus(Duration.ofMinutes(30)));
        assertThat(desk.last().state()).isEqualTo(Incident.State.RESOLVED);
        assertThat(desk.requests).hasSize(1);
    }

    @Test
    void the_deployments_own_answer_names_its_nodes() {
        desk.log("MongoServerSelectionError: getaddrinfo ENOTFOUND c-shard-99-99.ab1cd.mongodb.net");
        ProbeRequest srv = desk.requests.stream()
                .filter(request -> request.probe().equals("dns-srv"))
                .findFirst()
                .orElseThrow();
        desk.passed(srv, srv(Reason.ANSWERED, Reason.ANSWERED));

        assertThat(desk.lastRequest().probe()).isEqualTo("dns-host");
        assertThat(desk.lastRequest().node()).isEqualTo(NODE);
    }

    @Test
    void a_resolver_that_refuses_does_not_make_the_node_refuse() {
        desk.log(NODE_REFUSES);

        Incident incident = desk.failed(
                desk.lastRequest(), Reason.REFUSED, new TcpFacts(NODE.host(), NODE.port(), List.of(), null));

        assertThat(incident.diagnosis().verdict()).isNotEqualTo(Verdict.CONFIRMED);
    }

    @Test
    void a_site_does_not_grow_with_what_is_over() {
        for (int i = 0; i < 120; i++) {
            desk.log("querySrv ECONNREFUSED _mongodb._tcp.pr-" + i + ".ab1cd.mongodb.net");
            desk.passed(desk.lastRequest(), srv(Reason.ANSWERED, Reason.ANSWERED));
            desk.pass(Duration.ofMinutes(40));
        }

        assertThat(desk.state().published()).hasSizeLessThan(3);
        assertThat(desk.state().bytes()).hasSizeLessThan(64 << 10);
    }

    @Test
    void an_old_line_is_listed_and_not_acted_on() {
        Incident incident = desk.log("orders", NODE_REFUSES, desk.now().minus(Duration.ofMinutes(20)));

        assertThat(incident.historical()).isTrue();
        assertThat(desk.requests).isEmpty();
        assertThat(incident.diagnosis().verdict()).isEqualTo(Verdict.UNPROVEN);
    }

    @Test
    void a_symptom_that_the_catalog_does_not_know_is_opaque() {
        Incident known = desk.log(SRV_REFUSED);
        Incident incident = desk.read(new Sighting(
                "quantum-flux",
                null,
                known.site(),
                "other.ab1cd.mongodb.net",
                List.of(),
                "orders",
                "local",
                null,
                null,
                Captures.NONE,
                1,
                desk.now(),
                List.of(),
                "newer",
                false,
                false,
                false));

        assertThat(incident.diagnosis().leading()).isNull();
        assertThat(incident.advice().summary()).isEqualTo("No documented cause is known for this symptom.");
    }

    @Test
    void an_incident_stays_below_sixteen_kilobytes() {
        for (int i = 0; i < 60; i++) {
            desk.log("service-" + i, NODE_REFUSES + " ".repeat(i) + "x".repeat(3_000), desk.now());
            desk.pass(Duration.ofSeconds(70));
        }

        assertThat(Json.text(desk.last()).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(16 << 10);
    }

    @Test
    void the_same_journal_gives_the_same_incidents() {
        assertThat(story(new Desk())).isEqualTo(story(new Desk()));
    }

    private static List<String> story(Desk desk) {
        desk.log(SRV_REFUSED);
        desk.failed(desk.lastRequest(), Reason.REFUSED, srv(Reason.REFUSED, Reason.ANSWERED));
        desk.pass(Duration.ofMinutes(3));
        desk.log("billing", NODE_REFUSES, desk.now());
        desk.pass(Duration.ofMinutes(20));
        return desk.published.stream().map(Json::text).toList();
    }
}
