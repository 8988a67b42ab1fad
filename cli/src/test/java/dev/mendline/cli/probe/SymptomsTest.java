package dev.mendline.cli.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.model.facts.Difference;
import dev.mendline.model.facts.Facts;
import dev.mendline.model.facts.HelloFacts;
import dev.mendline.model.facts.HelloFacts.Role;
import dev.mendline.model.facts.SrvFacts;
import dev.mendline.model.facts.TlsFacts;
import dev.mendline.model.journal.Finding;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import dev.mendline.model.probe.Vantage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SymptomsTest {
    private static final Node NODE = Node.of("n.example.com:27017");

    private static Finding finding(String probe, Outcome.Kind outcome, @Nullable Reason reason, @Nullable Facts facts) {
        return new Finding(
                "r",
                "s",
                "t",
                probe,
                null,
                outcome,
                reason,
                facts,
                Instant.EPOCH,
                1,
                new Vantage("local", List.of(), List.of()),
                List.of(),
                List.of());
    }

    private static Finding failed(String probe, Reason reason, @Nullable Facts facts) {
        return finding(probe, Outcome.Kind.FAILED, reason, facts);
    }

    private static HelloFacts hello(Role role, @Nullable Node primary, @Nullable Integer code) {
        return new HelloFacts("n.example.com", 27017, null, role, "rs", List.of(), primary, 0, 25, code, null);
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
        "dns-host, NXDOMAIN, host-not-found",
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
        "auth, AUTHENTICATION_FAILED, auth-failed",
        "auth, NOT_AUTHORIZED, not-authorized",
    })
    void a_failed_stage_is_what_an_application_would_have_logged(String probe, Reason reason, String symptom) {
        assertThat(Symptoms.of(failed(probe, reason, null))).contains(symptom);
    }

    @Test
    void the_facts_tell_more_than_the_reason() {
        SrvFacts lost =
                new SrvFacts("n", List.of(), List.of(), List.of(), false, List.of(Difference.LARGE_ANSWER_LOST));

        assertThat(Symptoms.of(failed("dns-srv", Reason.REFUSED, lost))).contains("srv-failed");
        assertThat(Symptoms.of(failed("tls", Reason.TLS_ALERT, tls(80)))).contains("tls-internal-error");
        assertThat(Symptoms.of(failed("tls", Reason.TLS_ALERT, tls(40)))).contains("tls-failure");
        assertThat(Symptoms.of(failed("hello", Reason.SERVER_ERROR, hello(Role.UNKNOWN, null, 433))))
                .contains("overloaded");
        assertThat(Symptoms.of(failed("hello", Reason.SERVER_ERROR, hello(Role.UNKNOWN, null, 11602))))
                .contains("no-primary");
    }

    private static TlsFacts tls(int alert) {
        return new TlsFacts("n", 27017, null, null, alert, List.of(), "", false, false, false);
    }

    /** Whatever a probe comes to, now or later. */
    @ParameterizedTest
    @EnumSource(Reason.class)
    void no_reason_of_any_stage_is_too_much(Reason reason) {
        for (Stage stage : Stage.values()) {
            assertThat(Symptoms.of(failed(stage.probe(), reason, null))).isNotNull();
            assertThat(Symptoms.of(finding(stage.probe(), Outcome.Kind.INCONCLUSIVE, reason, null)))
                    .isEmpty();
        }
        assertThat(Symptoms.of(failed("icmp", reason, null))).isEmpty();
    }

    @Test
    void a_set_has_no_primary_when_no_member_that_answers_knows_one() {
        Finding secondary = finding("hello", Outcome.Kind.PASSED, null, hello(Role.SECONDARY, null, null));
        Finding follower = finding("hello", Outcome.Kind.PASSED, null, hello(Role.SECONDARY, NODE, null));
        Finding mongos = finding("hello", Outcome.Kind.PASSED, null, hello(Role.MONGOS, null, null));
        Finding silent = failed("hello", Reason.TIMED_OUT, null);

        assertThat(Symptoms.noPrimary(List.of(secondary, secondary, silent))).isTrue();
        assertThat(Symptoms.noPrimary(List.of(secondary, follower))).isFalse();
        assertThat(Symptoms.noPrimary(List.of(mongos))).isFalse();
        assertThat(Symptoms.noPrimary(List.of(silent))).isFalse();
    }
}
