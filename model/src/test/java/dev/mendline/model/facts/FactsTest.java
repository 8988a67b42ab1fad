package dev.mendline.model.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The few words in which facts say what a probe saw. */
class FactsTest {
    private static final String HOST = "n.example.com";

    static Stream<Arguments> summaries() {
        return Stream.of(
                Arguments.of(
                        new UriFacts("mongodb+srv", true, List.of(), 1, false, true, false, List.of()),
                        "mongodb+srv, 1 host"),
                Arguments.of(
                        new SrvFacts(
                                "n",
                                List.of(),
                                List.of(),
                                List.of(new Node(HOST, 1), new Node(HOST, 2)),
                                false,
                                List.of()),
                        "2 nodes"),
                Arguments.of(
                        new TxtFacts("n", List.of(), List.of(), 1, List.of("a=b", "c=d"), List.of(), List.of()),
                        "a=b&c=d"),
                Arguments.of(
                        new HostFacts(HOST, List.of(), List.of(), List.of("192.0.2.1"), false, null, List.of()),
                        "192.0.2.1"),
                Arguments.of(
                        new TcpFacts(
                                HOST,
                                27017,
                                List.of(
                                        new Attempt("192.0.2.1", Reason.ANSWERED, 1),
                                        new Attempt("192.0.2.2", Reason.REFUSED, 1)),
                                null),
                        "192.0.2.1 open"),
                Arguments.of(
                        new TlsFacts(
                                HOST,
                                27017,
                                null,
                                "TLSv1.3",
                                null,
                                List.of(new TlsFacts.Certificate(
                                        "CN=n", "CN=ca", List.of(), "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z")),
                                "CN=ca",
                                true,
                                true,
                                true),
                        "TLSv1.3, valid until 2027-01-01"),
                Arguments.of(hello(null), "secondary of rs0"),
                Arguments.of(
                        new AuthFacts(HOST, 27017, null, "SCRAM-SHA-256", "admin", null, null, List.of()),
                        "logged in by SCRAM-SHA-256"),
                Arguments.of(
                        new ConnectionsFacts(HOST, 27017, null, 5, 95, 5, 7, null, null),
                        "5 % of connections in use (5 open, 95 free)"),
                Arguments.of(new IcmpFacts(HOST, List.of()), "answered"),
                Arguments.of(
                        new Atlas.ClusterFacts("c", true, "IDLE", false, null, null, null, false, false, List.of()),
                        "IDLE"),
                Arguments.of(new Atlas.EventsFacts("2026-01-01T00:00:00Z", List.of()), "0 events"),
                Arguments.of(
                        new Atlas.AccessListFacts(List.of(), List.of(), true, null, null, null, 1, false), "1 entry"),
                Arguments.of(
                        new Atlas.UserFacts(false, true, null, true, List.of(), null, false, false, null), "found"),
                Arguments.of(
                        new Atlas.LoginsFacts("2026-01-01T00:00:00Z", true, 3, 4, List.of(), List.of(), null),
                        "4 logins, 3 refused"),
                Arguments.of(
                        new Atlas.ConnectionsFacts(null, 9, 10, 90, 1, null), "90 % of connections in use (9 open)"),
                Arguments.of(new Atlas.PrivateEndpointFacts(List.of()), "0 private endpoints"));
    }

    private static HelloFacts hello(@Nullable Integer code) {
        return new HelloFacts(HOST, 27017, null, HelloFacts.Role.SECONDARY, "rs0", List.of(), null, 0, 25, code, null);
    }

    @ParameterizedTest
    @MethodSource("summaries")
    void a_pass_is_told_in_a_few_words(Facts facts, String summary) {
        assertThat(facts.summary()).isEqualTo(summary);
        assertThat(facts.failureDetail()).isEmpty();
    }

    @Test
    void each_kind_of_probe_has_its_words_tested_here() {
        assertThat(summaries().map(each -> (Object) each.get()[0].getClass()))
                .containsExactlyInAnyOrder(
                        Arrays.stream(ProbeKind.values()).map(ProbeKind::facts).toArray());
    }

    @Test
    void a_failure_has_the_number_that_the_peer_sent() {
        TlsFacts alert = new TlsFacts(HOST, 27017, null, null, 80, List.of(), "", false, false, false);

        assertThat(hello(433).failureDetail()).isEqualTo(" (code 433)");
        assertThat(alert.failureDetail()).isEqualTo(" 80");
    }
}
