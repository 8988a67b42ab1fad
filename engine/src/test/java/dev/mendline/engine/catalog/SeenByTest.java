package dev.mendline.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendline.model.config.BadFile;
import dev.mendline.model.facts.Difference;
import dev.mendline.model.facts.Facts;
import dev.mendline.model.facts.HelloFacts;
import dev.mendline.model.facts.HelloFacts.Role;
import dev.mendline.model.facts.ProbeKind;
import dev.mendline.model.facts.SrvFacts;
import dev.mendline.model.facts.TlsFacts;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.log.JournalPosition;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The symptoms that findings of probes stand for. */
class SeenByTest {
    private static final Catalog CATALOG = Catalog.builtIn();
    private static final Node NODE = Node.of("n.example.com:27017");

    private static Incident.Evidence finding(
            String probe, Outcome.Kind outcome, @Nullable Reason reason, @Nullable Facts facts) {
        return new Incident.Evidence(
                probe, null, "local", outcome, reason, facts, Instant.EPOCH, new JournalPosition(0, 0), null);
    }

    private static Incident.Evidence failed(String probe, Reason reason, @Nullable Facts facts) {
        return finding(probe, Outcome.Kind.FAILED, reason, facts);
    }

    private static HelloFacts hello(Role role, @Nullable Node primary, @Nullable Integer code) {
        return new HelloFacts("n.example.com", 27017, null, role, "rs", List.of(), primary, 0, 25, code, null);
    }

    private static Optional<String> symptom(Incident.Evidence... findings) {
        return CATALOG.observed(List.of(findings)).map(Catalog.Observed::symptom);
    }

    @ParameterizedTest
    @CsvSource({
        "uri, UNESCAPED_CREDENTIALS, uri-unescaped-credentials",
        "uri, BAD_SYNTAX, uri-malformed",
        "dns-srv, REFUSED, srv-refused",
        "dns-srv, NXDOMAIN, srv-not-found",
        "dns-srv, NODATA, srv-not-found",
        "dns-srv, TIMED_OUT, srv-failed",
        "dns-srv, SERVFAIL, srv-failed",
        "dns-srv, OUTSIDE_PARENT, uri-malformed",
        "dns-txt, BAD_TXT, uri-malformed",
        "dns-txt, REFUSED, srv-refused",
        "dns-txt, NXDOMAIN, srv-not-found",
        "dns-txt, SERVFAIL, srv-failed",
        "dns-host, NXDOMAIN, host-not-found",
        "dns-host, NODATA, host-not-found",
        "dns-host, SERVFAIL, host-lookup-failed",
        "tcp, REFUSED, connection-refused",
        "tcp, TIMED_OUT, connection-timeout",
        "tcp, UNREACHABLE, connection-timeout",
        "tcp, RESET, connection-reset",
        "tls, TLS_CLOSED, tls-closed",
        "tls, UNTRUSTED, tls-failure",
        "tls, SELF_SIGNED, tls-failure",
        "tls, EXPIRED, tls-failure",
        "tls, WRONG_NAME, tls-failure",
        "tls, OLD_PROTOCOL, tls-failure",
        "tls, RESET, connection-reset",
        "hello, TOO_MANY_CONNECTIONS, too-many-connections",
        "hello, INCOMPATIBLE, driver-incompatible",
        "hello, TIMED_OUT, connection-timeout",
        "auth, AUTHENTICATION_FAILED, auth-failed",
        "auth, NOT_AUTHORIZED, not-authorized",
        "connections, NOT_AUTHORIZED, not-authorized",
    })
    void a_failed_probe_is_what_an_application_would_have_logged(String probe, Reason reason, String symptom) {
        assertThat(symptom(failed(probe, reason, null))).contains(symptom);
    }

    @Test
    void the_facts_tell_more_than_the_reason() {
        SrvFacts lost =
                new SrvFacts("n", List.of(), List.of(), List.of(), false, List.of(Difference.LARGE_ANSWER_LOST));

        assertThat(symptom(failed("dns-srv", Reason.REFUSED, lost))).contains("srv-failed");
        assertThat(symptom(failed("dns-srv", Reason.NXDOMAIN, lost))).contains("srv-failed");
        assertThat(symptom(failed("tls", Reason.TLS_ALERT, tls(80)))).contains("tls-internal-error");
        assertThat(symptom(failed("tls", Reason.TLS_ALERT, tls(40)))).contains("tls-failure");
        assertThat(symptom(failed("hello", Reason.SERVER_ERROR, hello(Role.UNKNOWN, null, 433))))
                .contains("overloaded");
        assertThat(symptom(failed("hello", Reason.SERVER_ERROR, hello(Role.UNKNOWN, null, 11602))))
                .contains("no-primary");
        assertThat(symptom(failed("hello", Reason.SERVER_ERROR, hello(Role.UNKNOWN, null, 59))))
                .isEmpty();
    }

    private static TlsFacts tls(int alert) {
        return new TlsFacts("n", 27017, null, null, alert, List.of(), "", false, false, false);
    }

    @Test
    void a_record_that_drivers_refuse_is_not_the_connection_strings_own_fault() {
        assertThat(CATALOG.observed(List.of(failed("dns-txt", Reason.BAD_TXT, null))))
                .contains(new Catalog.Observed("uri-malformed", "dns-record"));
        assertThat(CATALOG.observed(List.of(failed("uri", Reason.BAD_SYNTAX, null))))
                .contains(new Catalog.Observed("uri-malformed", null));
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void only_a_failure_of_the_network_or_of_a_server_stands_for_a_symptom(Reason reason) {
        for (ProbeKind kind : ProbeKind.values()) {
            if (kind == ProbeKind.ICMP || kind.asksAtlas()) {
                assertThat(symptom(failed(kind.id(), reason, null))).isEmpty();
            }
            assertThat(symptom(finding(kind.id(), Outcome.Kind.PASSED, null, null)))
                    .isEmpty();
        }
        assertThat(symptom()).isEmpty();
    }

    @Test
    void a_set_has_no_primary_when_no_member_that_answers_knows_one() {
        Incident.Evidence secondary = finding("hello", Outcome.Kind.PASSED, null, hello(Role.SECONDARY, null, null));
        Incident.Evidence follower = finding("hello", Outcome.Kind.PASSED, null, hello(Role.SECONDARY, NODE, null));
        Incident.Evidence mongos = finding("hello", Outcome.Kind.PASSED, null, hello(Role.MONGOS, null, null));

        assertThat(symptom(secondary, secondary)).contains("no-primary");
        assertThat(symptom(secondary, follower)).isEmpty();
        assertThat(symptom(secondary, mongos)).isEmpty();
        assertThat(symptom(mongos)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "tcp.exists(f, f.reason == reason.refusd) | undeclared reference to 'reason'",
                "tcp.exists(f, f.colour == 'red')         | colour",
                "symptoms.size() > 0                      | asks about no probe",
            })
    void a_condition_that_no_finding_can_answer_does_not_load(String when, String mistake) {
        String yaml = "id: own\ntitle: Own\nseverity: high\nrank: 5\nseen-by: [{when: \"" + when
                + "\"}]\nsignatures: [{anchors: [connect failed]}]\nexamples: [{driver: x, text: connect failed}]\n";

        assertThatThrownBy(() -> Catalog.of(List.of(new SourceFile("symptoms/own.yaml", yaml))))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("symptoms/own.yaml")
                .hasMessageContaining("seen-by")
                .hasMessageContaining(mistake);
    }
}
