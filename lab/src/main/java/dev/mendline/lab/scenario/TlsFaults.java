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
                            "the service connects to addresses, and the nodes want to hear a name",
                            "tls-internal-error",
                            "sni-missing",
                            CONFIRMED)
                    .with(NodeBehavior.behind(Fronts.byName()))
                    .with(Client.by(Address.IP)),
            new Fault(
                            "certificate-expired",
                            "the nodes' certificate has run out",
                            "tls-failure",
                            "tls-untrusted",
                            CONFIRMED)
                    .with(NodeBehavior.behind(Fronts.expired())),
            new Fault(
                            "certificate-wrong-name",
                            "the nodes' certificate is made out to others",
                            "tls-failure",
                            "tls-untrusted",
                            CONFIRMED)
                    .with(NodeBehavior.behind(Fronts.misnamed())),
            new Fault(
                            "certificate-self-signed",
                            "the nodes have signed their certificate themselves",
                            "tls-failure",
                            "tls-untrusted",
                            CONFIRMED)
                    .with(NodeBehavior.behind(Fronts.selfSigned())),
            new Fault(
                            "tls-intercepted",
                            "a box in the zone of the service opens TLS and shows a certificate of its own",
                            "tls-failure",
                            "tls-intercepted",
                            CONFIRMED)
                    .with(Nodes.all(NodeBehavior.behind(Fronts.intercepted())).elsewhere(NodeBehavior.HEALTHY)),
            new Fault(
                            "tls-not-enabled",
                            "the service does not speak TLS",
                            "connection-reset",
                            "tls-not-enabled",
                            LIKELY)
                    .with(Client.BUSY.options("tls=false")));

    private TlsFaults() {}
}
