package dev.mendline.lab.scenario;

import static dev.mendline.model.incident.Verdict.CONFIRMED;
import static dev.mendline.model.incident.Verdict.LIKELY;

import java.util.List;

/** Faults of TLS on nodes that accept connections. */
final class TlsFaults {
    private static final int INTERNAL_ERROR = 80;

    static final List<Fault> ALL = List.of(
            new Fault(
                            "alert-80",
                            "the nodes end every TLS handshake with alert 80",
                            "tls-internal-error",
                            "ip-not-in-access-list",
                            LIKELY)
                    .with(NodeBehavior.behind(Fronts.alerting(INTERNAL_ERROR))),
            new Fault(
                            "by-address",
                            "the service connects to IP addresses, but the nodes require SNI",
                            "tls-internal-error",
                            "sni-missing",
                            CONFIRMED)
                    .with(NodeBehavior.behind(Fronts.byName()))
                    .with(Client.by(Address.IP)),
            new Fault(
                            "certificate-expired",
                            "the nodes' certificate has expired",
                            "tls-failure",
                            "tls-untrusted",
                            CONFIRMED)
                    .with(NodeBehavior.behind(Fronts.expired())),
            new Fault(
                            "certificate-wrong-name",
                            "the nodes' certificate is for another host name",
                            "tls-failure",
                            "tls-untrusted",
                            CONFIRMED)
                    .with(NodeBehavior.behind(Fronts.misnamed())),
            new Fault(
                            "certificate-self-signed",
                            "the nodes' certificate is self-signed",
                            "tls-failure",
                            "tls-untrusted",
                            CONFIRMED)
                    .with(NodeBehavior.behind(Fronts.selfSigned())),
            new Fault(
                            "tls-intercepted",
                            "a proxy in the service's zone intercepts TLS and presents its own certificate",
                            "tls-failure",
                            "tls-intercepted",
                            CONFIRMED)
                    .with(Nodes.all(NodeBehavior.behind(Fronts.intercepted())).elsewhere(NodeBehavior.HEALTHY)),
            new Fault("tls-not-enabled", "the service does not use TLS", "connection-reset", "tls-not-enabled", LIKELY)
                    .with(Client.BUSY.options("tls=false")));

    private TlsFaults() {}
}
