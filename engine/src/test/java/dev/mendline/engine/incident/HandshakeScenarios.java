package dev.mendline.engine.incident;

import static dev.mendline.engine.incident.Scenario.NODE;
import static dev.mendline.engine.incident.ScenarioWorld.Sight.fail;
import static dev.mendline.engine.incident.Sights.NODES;

import dev.mendline.model.facts.HelloFacts.Role;
import dev.mendline.model.incident.Verdict;
import dev.mendline.model.probe.Reason;
import java.util.stream.Stream;

/** Scenarios in which TLS fails. */
final class HandshakeScenarios {
    private static final String MONITOR = "Exception in monitor thread while connecting to server " + NODE + "\n";
    private static final String HANDSHAKE = MONITOR
            + "com.mongodb.MongoSocketWriteException: Exception sending message\n"
            + "Caused by: javax.net.ssl.SSLHandshakeException: ";
    private static final String UNTRUSTED =
            HANDSHAKE + "PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException:"
                    + " unable to find valid certification path to requested target";
    private static final String RAN_OUT = HANDSHAKE
            + "PKIX path validation failed: java.security.cert.CertPathValidatorException: validity check failed\n"
            + "Caused by: java.security.cert.CertificateExpiredException: NotAfter: Wed Apr 01 00:00:00 UTC 2020";

    private static ScenarioWorld well() {
        return new ScenarioWorld();
    }

    private static ScenarioWorld alert80() {
        return well().where("tls", node -> fail(Reason.TLS_ALERT, Sights.noHandshake(node, 80)))
                .where("hello", node -> fail(Reason.TLS_ALERT, Sights.hello(node, Role.UNKNOWN, null)));
    }

    static Stream<Scenario> handshakes() {
        String alert = MONITOR + "com.mongodb.MongoSocketWriteException: Exception sending message\n"
                + "Caused by: javax.net.ssl.SSLException: Received fatal alert: internal_error";
        return Stream.of(
                Scenario.of("alert-80", alert, alert80(), "ip-not-in-access-list", Verdict.LIKELY),
                Scenario.of(
                        "by-address",
                        alert.replace(NODE, "198.51.100.7:27017"),
                        well(),
                        "sni-missing",
                        Verdict.CONFIRMED),
                Scenario.of(
                        "by-address, and not listed either",
                        alert.replace(NODE, "198.51.100.7:27017"),
                        alert80(),
                        "ip-not-in-access-list",
                        Verdict.LIKELY),
                Scenario.of(
                        "certificate-expired",
                        RAN_OUT,
                        well().where(
                                        "tls",
                                        node -> fail(
                                                Reason.EXPIRED,
                                                Sights.certificate(
                                                        node, "CN=Authority", node.host(), "2020-04-01T00:00:00Z"))),
                        "tls-untrusted",
                        Verdict.CONFIRMED),
                Scenario.of(
                        "certificate-wrong-name",
                        HANDSHAKE + "No subject alternative DNS name matching "
                                + NODES.get(0).host() + " found.",
                        well().where(
                                        "tls",
                                        node -> fail(
                                                Reason.WRONG_NAME,
                                                Sights.certificate(
                                                        node,
                                                        "CN=Authority",
                                                        "db.example.com",
                                                        "2027-01-31T00:00:00Z"))),
                        "tls-untrusted",
                        Verdict.CONFIRMED),
                Scenario.of(
                        "certificate-self-signed",
                        UNTRUSTED,
                        well().where(
                                        "tls",
                                        node -> fail(
                                                Reason.SELF_SIGNED, Sights.certificate(node, "CN=" + node.host()))),
                        "tls-untrusted",
                        Verdict.CONFIRMED),
                Scenario.of(
                        "tls-intercepted",
                        UNTRUSTED,
                        well().whereHere("tls", node -> fail(Reason.UNTRUSTED, Sights.certificate(node, "CN=Proxy"))),
                        "tls-intercepted",
                        Verdict.CONFIRMED),
                Scenario.of("healthy-renewed", RAN_OUT, well(), "tls-untrusted", Verdict.REFUTED));
    }
}
