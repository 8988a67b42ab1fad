package dev.mendline.engine.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.sighting.SecondFold;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Severity;
import dev.mendline.model.incident.Verdict;
import dev.mendline.model.journal.Hint;
import dev.mendline.model.journal.Sighting;
import dev.mendline.model.log.Sample;
import dev.mendline.model.probe.Reason;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Texts that name a deployment, and findings, prove a cause of it. */
class ProofTest {
    private static final String FULL = "connection refused because too many open connections: 819";
    private static final String UNNAMED = "Command failed with error 8000 (AtlasError): '" + FULL + "'";
    private static final String NAMED = UNNAMED + " on server c-shard-00-00.ab1cd.mongodb.net:27017.";
    private static final String REFUSED = "Exception in monitor thread while connecting to server"
            + " c-shard-00-00.ab1cd.mongodb.net:27017 com.mongodb.MongoSocketOpenException"
            + " java.net.ConnectException: Connection refused";

    private final Desk desk = new Desk();

    @Test
    void a_text_that_names_the_deployment_confirms() {
        Incident incident = desk.log(NAMED);

        assertThat(incident.diagnosis().verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(incident.severity()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void a_text_of_a_deployment_that_only_its_service_tells_makes_the_cause_likely_at_most() {
        usesTheDeployment();

        Incident incident = desk.log(UNNAMED);

        assertThat(incident.target()).isEqualTo(Sights.TARGET);
        assertThat(incident.diagnosis().leading()).isEqualTo("connection-limit-reached");
        assertThat(incident.diagnosis().verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(incident.diagnosis().candidates().get(0).because())
                .endsWith("The text does not name the deployment; its service was seen to use it.");
    }

    @Test
    void a_later_text_that_names_the_deployment_confirms() {
        usesTheDeployment();
        desk.log(UNNAMED);

        Incident incident = desk.log(NAMED);

        assertThat(incident.diagnosis().verdict()).isEqualTo(Verdict.CONFIRMED);
    }

    @Test
    void a_later_text_that_does_not_name_the_deployment_takes_no_proof_away() {
        usesTheDeployment();
        desk.log(NAMED);

        assertThat(desk.log(UNNAMED).diagnosis().verdict()).isEqualTo(Verdict.CONFIRMED);
    }

    @Test
    void a_finding_at_the_deployment_confirms_what_the_text_made_likely() {
        usesTheDeployment();
        desk.log(UNNAMED);
        desk.passed(desk.request("dns-srv local"), Sights.srv(Reason.ANSWERED, Reason.ANSWERED));

        Incident incident = desk.failed(
                desk.request("connections n0 local"),
                Reason.TOO_MANY_CONNECTIONS,
                Sights.connections(Sights.PRIMARY, 500, 0));

        assertThat(incident.diagnosis().leading()).isEqualTo("connection-limit-reached");
        assertThat(incident.diagnosis().verdict()).isEqualTo(Verdict.CONFIRMED);
    }

    @Test
    void a_deployment_with_room_refutes_what_a_text_without_a_name_made_likely() {
        usesTheDeployment();
        desk.log(UNNAMED);
        desk.passed(desk.request("dns-srv local"), Sights.srv(Reason.ANSWERED, Reason.ANSWERED));

        Incident incident =
                desk.passed(desk.request("connections n0 local"), Sights.connections(Sights.PRIMARY, 20, 480));

        assertThat(incident.diagnosis().candidates())
                .filteredOn(candidate -> candidate.cause().equals("connection-limit-reached"))
                .allMatch(candidate -> candidate.verdict() == Verdict.REFUTED);
    }

    @Test
    void an_incident_that_is_merged_because_of_what_its_service_uses_proves_nothing_of_the_deployment() {
        desk.log(UNNAMED);

        usesTheDeployment();

        assertThat(desk.state().published()).singleElement().satisfies(incident -> {
            assertThat(incident.target()).isEqualTo(Sights.TARGET);
            assertThat(incident.diagnosis().leading()).isEqualTo("connection-limit-reached");
            assertThat(incident.diagnosis().verdict()).isEqualTo(Verdict.LIKELY);
        });
    }

    @Test
    void sightings_that_name_the_deployment_are_counted_apart_from_those_that_do_not() {
        Sighting named = Sightings.of("trouble", Sights.TARGET, "orders", 1, desk.now());

        assertThat(SecondFold.key(named.boundTo(Desk.SITE, Sights.TARGET))).isNotEqualTo(SecondFold.key(named));
    }

    @Test
    void the_first_sample_is_the_text_that_decides_the_leading_cause() {
        desk.log(NAMED);
        for (int i = 0; i < 5; i++) {
            desk.log(REFUSED + " attempt " + i);
        }
        desk.pass(Duration.ofSeconds(15));

        assertThat(desk.last().diagnosis().leading()).isEqualTo("connection-limit-reached");
        assertThat(desk.last().samples())
                .hasSize(3)
                .extracting(Sample::symptom)
                .startsWith("too-many-connections")
                .contains("connection-refused");
        assertThat(desk.last().samples().get(0).text()).contains(FULL);
    }

    @Test
    void without_a_cause_the_newest_sample_comes_first() {
        desk.log(REFUSED + " attempt 1");
        desk.pass(Duration.ofSeconds(20));

        Incident incident = desk.log(REFUSED + " attempt 2");

        assertThat(incident.samples().get(0).text()).contains("attempt 2");
    }

    @Test
    void a_guess_without_evidence_is_medium_at_most() {
        Incident incident = desk.log(REFUSED);

        assertThat(incident.diagnosis().verdict()).isEqualTo(Verdict.POSSIBLE);
        assertThat(incident.severity()).isEqualTo(Severity.MEDIUM);
    }

    @Test
    void old_lines_date_their_incident_until_a_current_one_comes() {
        Instant lastYear = Instant.parse("2025-11-22T10:00:00Z");

        Incident old = desk.log("orders", REFUSED, lastYear);
        assertThat(old.historical()).isTrue();
        assertThat(old.openedAt()).isEqualTo(lastYear);
        assertThat(old.timeline()).isNotEmpty().allMatch(entry -> entry.at().equals(lastYear));

        Incident current = desk.log(REFUSED);
        assertThat(current.historical()).isFalse();
        assertThat(current.openedAt()).isEqualTo(desk.now());
    }

    private void usesTheDeployment() {
        desk.read(new Hint(
                Hint.Kind.DEPLOYMENT,
                Sighting.siteOf("orders"),
                "orders",
                "local",
                null,
                Sights.TARGET,
                Desk.SITE,
                false,
                1,
                desk.now()));
    }
}
