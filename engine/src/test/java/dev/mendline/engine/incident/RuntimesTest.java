package dev.mendline.engine.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.incident.Diagnosis;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Verdict;
import dev.mendline.model.log.Platform;
import dev.mendline.model.probe.ProbeRequest;
import dev.mendline.model.probe.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults of a runtime are told by its version, where a text names it. */
class RuntimesTest {
    private static final String SRV_REFUSED = "Error: querySrv ECONNREFUSED _mongodb._tcp.c.ab1cd.mongodb.net";
    private static final String JDK_WORDS = "com.mongodb.MongoSocketWriteException: Exception sending message to"
            + " c-shard-00-00.ab1cd.mongodb.net:27017\nCaused by: javax.net.ssl.SSLHandshakeException: extension (5)"
            + " should not be presented in certificate_request";
    private static final String RESET = "com.mongodb.MongoTimeoutException: Timed out while waiting for a server that"
            + " matches ReadPreferenceServerSelector{readPreference=primary}. Client view of cluster state is"
            + " {type=REPLICA_SET, servers=[{address=c-shard-00-00.ab1cd.mongodb.net:27017, type=UNKNOWN,"
            + " state=CONNECTING, exception={com.mongodb.MongoSocketReadException: Prematurely reached end of"
            + " stream}}]";

    /** All is well with the deployment. */
    private static Diagnosis.Candidate judged(String cause, String text, String runtime, String version) {
        Desk desk = new Desk(Desk.CATALOG, Inventory.DEFAULT, EngineSettings.DEFAULT.withNoisyCount(1));
        desk.log(text, new Platform(runtime, version));
        ScenarioWorld world = new ScenarioWorld();
        for (int i = 0; i < desk.requests.size(); i++) {
            ProbeRequest request = desk.requests.get(i);
            ScenarioWorld.Sight sight = world.at(request);
            desk.answer(request, sight.outcome(), sight.facts());
        }
        Incident incident = desk.last();
        return incident.diagnosis().candidates().stream()
                .filter(candidate -> candidate.cause().equals(cause))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_version_that_a_text_names_is_enough() {
        Desk desk = new Desk();
        desk.log(SRV_REFUSED + "\n    at QueryReqWrap.onresolve [as oncomplete] (node:internal/dns/promises:294:17)\n\n"
                + "Node.js v24.13.0");
        Incident incident = desk.passed(desk.request("dns-srv local"), Sights.srv(Reason.ANSWERED, Reason.ANSWERED));

        assertThat(incident.diagnosis().candidates())
                .filteredOn(candidate -> candidate.cause().equals("runtime-dns-regression"))
                .singleElement()
                .returns(Verdict.CONFIRMED, Diagnosis.Candidate::verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "nodejs, v20.20.0, CONFIRMED",
        "nodejs, 22.22.0, CONFIRMED",
        "nodejs, v24.13.0, CONFIRMED",
        "nodejs, v24.14.2, CONFIRMED",
        "nodejs, 25.3.1, CONFIRMED",
        "nodejs, 20.19.6, REFUTED",
        "nodejs, 22.21.1, REFUTED",
        "nodejs, v24.12.0, REFUTED",
        "nodejs, 25.2.1, REFUTED",
        "nodejs, 26.0.0, LIKELY",
        "nodejs, 24.x, LIKELY",
        "java, 17.0.1, REFUTED"
    })
    void a_resolver_that_answers_and_a_version_of_node(String name, String version, Verdict verdict) {
        assertThat(judged("runtime-dns-regression", SRV_REFUSED, name, version).verdict())
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "java, 1.8.0_252, CONFIRMED",
        "java, 8u252, CONFIRMED",
        "java, 11.0.5, CONFIRMED",
        "java, 13.0.2, CONFIRMED",
        "java, 14.0.1, CONFIRMED",
        "java, 1.8.0_261, REFUTED",
        "java, 11.0.7+10-LTS, REFUTED",
        "java, 13.0.3, REFUTED",
        "java, 14.0.2, REFUTED",
        "java, 21.0.2, REFUTED",
        "java, unknown, LIKELY"
    })
    void the_words_of_javas_fault_and_a_version(String name, String version, Verdict verdict) {
        assertThat(judged("tls13-old-jdk", JDK_WORDS, name, version).verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"java, 11.0.5, LIKELY", "java, 11.0.7, REFUTED", "java, unknown, REFUTED", "nodejs, 11.0.5, REFUTED"})
    void a_reset_while_selecting_and_a_version_of_java(String name, String version, Verdict verdict) {
        assertThat(judged("tls13-old-jdk", RESET, name, version).verdict()).isEqualTo(verdict);
    }
}
