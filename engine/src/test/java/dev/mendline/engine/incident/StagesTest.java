package dev.mendline.engine.incident;

import static dev.mendline.engine.incident.SmallCatalog.CERTIFICATE;
import static dev.mendline.engine.incident.SmallCatalog.LIMIT;
import static dev.mendline.engine.incident.SmallCatalog.NAMES;
import static dev.mendline.engine.incident.SmallCatalog.TROUBLE;
import static dev.mendline.engine.incident.SmallCatalog.TROUBLE_AT_THREE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.catalog.SourceFile;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.facts.Attempt;
import dev.mendline.model.facts.SrvFacts;
import dev.mendline.model.facts.TcpFacts;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Verdict;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.ProbeRequest;
import dev.mendline.model.probe.Reason;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is asked for, when, and what is not. */
class StagesTest {
    private static Desk desk(SourceFile... causes) {
        return new Desk(SmallCatalog.of(causes), Inventory.DEFAULT, EngineSettings.DEFAULT);
    }

    private static Incident tcp(Desk desk, String node, Reason... statuses) {
        ProbeRequest request = desk.request("tcp " + node + " local");
        List<Attempt> attempts = java.util.stream.Stream.of(statuses)
                .map(status -> new Attempt("10.0.0.9", status, 1))
                .toList();
        Node at = Objects.requireNonNull(request.node());
        TcpFacts facts = new TcpFacts(at.host(), at.port(), attempts, null);
        return statuses[0] == Reason.ANSWERED ? desk.passed(request, facts) : desk.failed(request, statuses[0], facts);
    }

    @Test
    void the_cheapest_are_asked_first_whatever_the_file_says() {
        Desk desk = desk(NAMES, LIMIT);
        desk.log(TROUBLE);

        assertThat(desk.asked())
                .containsExactly(
                        "uri local",
                        "dns-srv local",
                        "dns-txt local",
                        "dns-host n1 local",
                        "connections n1 local",
                        "icmp n1 local");
    }

    @Test
    void what_lies_behind_the_port_is_asked_at_once_when_the_port_opens() {
        Desk desk = desk(CERTIFICATE);
        desk.log(TROUBLE_AT_THREE);
        assertThat(desk.asked()).containsExactly("tcp n1 local", "tcp n2 local", "tcp n3 local");

        tcp(desk, "n2", Reason.ANSWERED);

        assertThat(desk.asked()).endsWith("tls n2 local", "hello n2 local");
        assertThat(desk.asked()).hasSize(5);

        tcp(desk, "n1", Reason.ANSWERED);

        assertThat(desk.asked())
                .as("one login is enough")
                .endsWith("tls n1 local", "hello n1 local", "auth n1 local", "connections n1 local");
    }

    @Test
    void a_shut_port_answers_for_all_that_lies_behind_it_and_the_timeline_says_so() {
        Desk desk = desk(CERTIFICATE);
        desk.log(TROUBLE);
        Incident incident = tcp(desk, "n1", Reason.REFUSED);

        assertThat(desk.asked()).containsExactly("tcp n1 local");
        assertThat(incident.diagnosis().verdict()).as("nothing is outstanding").isEqualTo(Verdict.UNPROVEN);
        assertThat(incident.timeline())
                .extracting(Told::of)
                .contains(
                        "probe-finished {node=c-shard-00-01.ab1cd.mongodb.net:27017, outcome=failed, probe=tcp, reason=refused,"
                                + " skipped=tls, hello, auth, connections, zone=local}");
    }

    @Test
    void one_address_that_opens_is_enough_to_go_on() {
        Desk desk = desk(CERTIFICATE);
        desk.log(TROUBLE);
        tcp(desk, "n1", Reason.REFUSED, Reason.ANSWERED);

        assertThat(desk.asked()).contains("tls n1 local");
    }

    @Test
    void a_look_that_was_not_allowed_is_not_tried_by_other_means() {
        Desk desk = desk(CERTIFICATE);
        desk.log(TROUBLE);
        Incident incident =
                desk.answer(desk.request("tcp n1 local"), new Outcome.Inconclusive(Reason.NOT_ALLOWED), null);

        assertThat(desk.asked()).containsExactly("tcp n1 local");
        assertThat(incident.diagnosis().verdict()).isEqualTo(Verdict.UNPROVEN);
    }

    @Test
    void connections_are_counted_on_one_node_only_and_on_another_where_that_one_is_shut() {
        Desk desk = desk(CERTIFICATE);
        desk.log(TROUBLE_AT_THREE);
        tcp(desk, "n2", Reason.ANSWERED);
        tcp(desk, "n3", Reason.ANSWERED);
        assertThat(desk.asked()).noneMatch(check -> check.startsWith("connections"));

        tcp(desk, "n1", Reason.TIMED_OUT);

        assertThat(desk.asked())
                .filteredOn(check -> check.startsWith("connections"))
                .containsExactly("connections n2 local");
    }

    @Test
    void a_suspicion_is_followed_to_its_end_although_another_is_confirmed() {
        Desk desk = desk(SmallCatalog.cause("shut", """
                probes: [tcp]
                confirm:
                  - when: tcp.exists(f, f.reason == reason.refused)
                    because: Refused.
                """), CERTIFICATE);
        desk.log(TROUBLE_AT_THREE);
        Incident incident = tcp(desk, "n1", Reason.REFUSED);
        assertThat(incident.diagnosis().verdict()).isEqualTo(Verdict.CONFIRMED);

        tcp(desk, "n2", Reason.ANSWERED);

        assertThat(desk.asked()).contains("tls n2 local");
    }

    @Test
    void a_text_that_tells_the_cause_itself_needs_no_probe_of_others() {
        Desk desk = desk(SmallCatalog.cause("told", """
                confirm:
                  - when: "'trouble' in symptoms"
                    because: The text says so.
                """), CERTIFICATE);
        desk.log(TROUBLE);

        assertThat(desk.asked()).isEmpty();
    }

    @Test
    void the_deployments_own_name_stays_where_a_text_takes_it_for_a_nodes() {
        Desk desk = desk(NAMES, CERTIFICATE);
        desk.log("Trouble at node c.ab1cd.mongodb.net:27017");
        desk.answer(desk.request("dns-host c local"), new Outcome.Failed(Reason.NXDOMAIN), null);
        Incident incident = desk.passed(
                desk.request("dns-srv local"),
                new SrvFacts(
                        "_mongodb._tcp.c.ab1cd.mongodb.net",
                        List.of(),
                        List.of(),
                        List.of(Node.of("c-shard-00-01.ab1cd.mongodb.net")),
                        false,
                        List.of()));

        assertThat(incident.findings())
                .extracting(Incident.Evidence::probe)
                .containsExactlyInAnyOrder("dns-host", "dns-srv");
        assertThat(desk.asked()).contains("dns-host n1 local");
    }

    @Test
    void what_texts_told_besides_outlives_the_store_and_ends_with_its_episode() {
        Desk desk = new Desk(
                SmallCatalog.of(SmallCatalog.IDLE),
                new Inventory(
                        List.of(new Inventory.Target(
                                "c.ab1cd.mongodb.net",
                                List.of(),
                                List.of("orders"),
                                null,
                                List.of(),
                                List.of(),
                                null,
                                null,
                                null)),
                        List.of(),
                        List.of()),
                EngineSettings.DEFAULT);
        desk.log(TROUBLE);
        Incident incident = desk.log("Trouble after idling at 10.0.0.9 of c.ab1cd.mongodb.net");

        assertThat(incident.diagnosis().verdict()).isEqualTo(Verdict.CONFIRMED);
        desk.pass(java.time.Duration.ofMinutes(6));
        assertThat(desk.last().state()).isEqualTo(Incident.State.RESOLVED);
        assertThat(desk.log(TROUBLE).diagnosis().verdict()).isEqualTo(Verdict.UNPROVEN);
    }
}
