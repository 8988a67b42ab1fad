package dev.mendline.engine.incident;

import static dev.mendline.engine.incident.SmallCatalog.FIREWALL;
import static dev.mendline.engine.incident.SmallCatalog.LIMIT;
import static dev.mendline.engine.incident.SmallCatalog.NOT_LISTED;
import static dev.mendline.engine.incident.SmallCatalog.TROUBLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.facts.Attempt;
import dev.mendline.model.facts.TcpFacts;
import dev.mendline.model.incident.Diagnosis;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Verdict;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Comparing what the services' zones see with what the reference zone sees. */
class ZonesTest {
    private static final TcpFacts OPEN = tcp(Reason.ANSWERED);
    private static final TcpFacts DROPPED = tcp(Reason.TIMED_OUT);

    private final Desk desk = desk("office");

    private static Desk desk(String reference) {
        return new Desk(
                SmallCatalog.of(FIREWALL, NOT_LISTED),
                Inventory.DEFAULT,
                EngineSettings.DEFAULT.withReferenceZone(reference));
    }

    private static TcpFacts tcp(Reason status) {
        return new TcpFacts(SmallCatalog.FIRST, 27017, List.of(new Attempt("10.0.0.9", status, 1)), null);
    }

    private static String candidates(Incident incident) {
        return String.join(
                ", ",
                incident.diagnosis().candidates().stream()
                        .map(candidate ->
                                candidate.cause() + " " + candidate.verdict().word())
                        .toList());
    }

    @Test
    void the_reference_zone_is_asked_too_and_tells_a_firewall_from_an_access_list() {
        desk.log(TROUBLE);
        assertThat(desk.asked()).containsExactly("tcp n1 local", "tcp n1 office");

        desk.failed(desk.request("tcp n1 local"), Reason.TIMED_OUT, DROPPED);
        Incident incident = desk.passed(desk.request("tcp n1 office"), OPEN);

        assertThat(candidates(incident)).isEqualTo("firewall confirmed, not-listed refuted");
        assertThat(incident.diagnosis().candidates().get(0).because())
                .isEqualTo(
                        "TCP to c-shard-00-01.ab1cd.mongodb.net:27017 opens from zone office and not from zone local.");
    }

    @Test
    void what_fails_from_everywhere_is_no_firewall_of_one_zone() {
        desk.log(TROUBLE);
        desk.failed(desk.request("tcp n1 office"), Reason.TIMED_OUT, DROPPED);
        Incident incident = desk.failed(desk.request("tcp n1 local"), Reason.TIMED_OUT, DROPPED);

        assertThat(candidates(incident)).isEqualTo("not-listed likely, firewall unproven");
    }

    @Test
    void a_reference_zone_in_which_a_service_lives_is_no_other_zone() {
        Desk same = desk("local");
        same.log(TROUBLE);

        assertThat(same.asked()).containsExactly("tcp n1 local");
        Incident incident = same.passed(same.lastRequest(), OPEN);
        assertThat(candidates(incident)).isEqualTo("firewall refuted, not-listed refuted");
    }

    @Test
    void what_only_another_zone_sees_is_likely_at_most_and_says_where_it_was_seen() {
        desk.log(TROUBLE);
        desk.passed(desk.request("tcp n1 office"), OPEN);
        Incident incident = desk.pass(Duration.ofSeconds(65));

        assertThat(candidates(incident)).isEqualTo("firewall likely, not-listed unproven");
        assertThat(incident.diagnosis().candidates().get(0).because())
                .isEqualTo("TCP to c-shard-00-01.ab1cd.mongodb.net:27017 opens from zone office."
                        + " This was seen from zone office only, not from the zone of orders.");
        assertThat(incident.diagnosis().candidates().get(1).because())
                .endsWith("No worker answered in time from zone local.");
    }

    @Test
    void a_silent_reference_zone_ends_as_no_answer_and_does_not_hold_up_what_the_service_sees() {
        desk.log(TROUBLE);
        Incident early = desk.failed(desk.request("tcp n1 local"), Reason.TIMED_OUT, DROPPED);
        assertThat(early.diagnosis().verdict()).isEqualTo(Verdict.POSSIBLE);
        assertThat(early.diagnosis().candidates().get(0).because()).contains("from zone office");

        Incident incident = desk.pass(Duration.ofSeconds(65));

        assertThat(incident.diagnosis().candidates())
                .extracting(Diagnosis.Candidate::verdict)
                .containsOnly(Verdict.UNPROVEN);
        assertThat(incident.diagnosis().candidates().get(0).because())
                .endsWith("No worker answered in time from zone office.");
        assertThat(incident.findings())
                .filteredOn(found -> found.zone().equals("office"))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.outcome()).isEqualTo(Outcome.Kind.INCONCLUSIVE);
                    assertThat(found.reason()).isEqualTo(Reason.NO_ANSWER);
                });
        assertThat(Told.all(incident))
                .contains("probe-finished {node=" + SmallCatalog.FIRST
                        + ":27017, outcome=inconclusive, probe=tcp, reason=no-answer, zone=office}");
    }

    @Test
    void an_incident_resolves_while_only_the_reference_zone_still_fails() {
        desk.log(TROUBLE);
        desk.passed(desk.request("tcp n1 local"), OPEN);
        desk.failed(desk.request("tcp n1 office"), Reason.TIMED_OUT, DROPPED);

        assertThat(untilOver(desk, "tcp n1 office", DROPPED).state()).isEqualTo(Incident.State.RESOLVED);
    }

    @Test
    void a_lost_echo_does_not_keep_an_incident_open() {
        Desk other = new Desk(SmallCatalog.of(LIMIT), Inventory.DEFAULT, EngineSettings.DEFAULT);
        other.log(TROUBLE);
        assertThat(other.asked()).containsExactly("connections n1 local", "icmp n1 local");
        other.answer(other.request("connections n1 local"), new Outcome.Passed(), null);
        other.answer(other.request("icmp n1 local"), new Outcome.Failed(Reason.TIMED_OUT), null);

        assertThat(untilOver(other, "icmp n1 local", null).state()).isEqualTo(Incident.State.RESOLVED);
    }

    /** Six minutes in which one check fails whenever it is asked for. */
    private static Incident untilOver(Desk desk, String check, @org.jspecify.annotations.Nullable TcpFacts facts) {
        for (int i = 0; i < 72; i++) {
            int before = desk.requests.size();
            desk.pass(Duration.ofSeconds(5));
            if (desk.requests.size() > before) {
                desk.answer(desk.request(check), new Outcome.Failed(Reason.TIMED_OUT), facts);
            }
        }
        return desk.last();
    }
}
