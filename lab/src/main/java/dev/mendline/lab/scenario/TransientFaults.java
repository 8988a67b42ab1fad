package dev.mendline.lab.scenario;

import static dev.mendline.model.incident.Verdict.REFUTED;

import java.util.List;

/** Faults that end before anyone reads the log, but after the log shows them. */
final class TransientFaults {
    static final List<Fault> ALL = List.of(
            new Fault(
                            "healthy",
                            "recovered: the nodes started listening a moment too late",
                            "connection-refused",
                            "node-refuses",
                            REFUTED)
                    .with(Nodes.all(NodeBehavior.REFUSING)
                            .later("java.net.ConnectException: Connection refused", NodeBehavior.HEALTHY)),
            new Fault(
                            "healthy-failover",
                            "recovered: the replica set had no primary for a moment",
                            "no-primary",
                            "no-primary",
                            REFUTED)
                    .with(Nodes.all(NodeBehavior.saying(Scripts.being(
                                    (setting, me) -> setting.election().of(setting.member(me)))))
                            .passing("type=REPLICA_SET_SECONDARY"))
                    .with(Client.BUSY),
            new Fault(
                            "healthy-renewed",
                            "recovered: the nodes' certificate had expired and was renewed",
                            "tls-failure",
                            "tls-untrusted",
                            REFUTED)
                    .with(Nodes.all(NodeBehavior.behind(Fronts.expired()))
                            .later("CertificateExpiredException: NotAfter", NodeBehavior.HEALTHY)));

    private TransientFaults() {}
}
