package dev.mendline.lab.scenario;

import static dev.mendline.model.incident.Verdict.CONFIRMED;
import static dev.mendline.model.incident.Verdict.LIKELY;

import dev.mendline.lab.peer.Connections;
import java.time.Duration;
import java.util.List;

/** Faults of nodes: connections fail or do not last. */
final class NodeFaults {
    private static final int LIMIT = 500;
    private static final int PLACES = 10;

    static final List<Fault> ALL = List.of(
            new Fault(
                            "connection-refused",
                            "the nodes refuse TCP connections",
                            "connection-refused",
                            "node-refuses",
                            CONFIRMED)
                    .with(NodeBehavior.REFUSING),
            new Fault(
                            "too-many-connections",
                            "the nodes reject connections because their limit is reached",
                            "too-many-connections",
                            "connection-limit-reached",
                            CONFIRMED)
                    .with(NodeBehavior.saying(Scripts.full(819))),
            new Fault(
                            "limit-without-words",
                            "the nodes close connections above their limit without an error",
                            "tls-closed",
                            "connection-limit-reached",
                            CONFIRMED)
                    .with(Nodes.all(NodeBehavior.of(
                                    Fronts.trusted().limitedTo(PLACES),
                                    Scripts.crowded(
                                            new Connections(LIMIT - PLACES, PLACES, 48_211), Duration.ofSeconds(2))))
                            .atLeast(2))
                    .with(Client.PATIENT.threads(PLACES + 4).options("retryReads=false&maxConnecting=14")),
            new Fault(
                            "firewall",
                            "a firewall drops packets from the service's zone to the nodes",
                            "connection-timeout",
                            "firewall-blocks-port",
                            CONFIRMED)
                    .with(Nodes.all(NodeBehavior.DROPPING).elsewhere(NodeBehavior.HEALTHY))
                    .with(Client.BUSY.options("connectTimeoutMS=2000")),
            new Fault(
                            "not-listed",
                            "a firewall drops packets to the nodes from every zone",
                            "connection-timeout",
                            "ip-not-in-access-list",
                            LIKELY)
                    .with(NodeBehavior.DROPPING)
                    .with(Client.BUSY.options("connectTimeoutMS=2000")),
            new Fault("idle-cut", "idle connections are cut", "connection-reset", "idle-connection-cut", LIKELY)
                    .with(NodeBehavior.saying(Scripts.but(script -> script.cutAfter(Duration.ofMillis(1200)))))
                    .with(Client.PATIENT
                            .every(Duration.ofMillis(1500))
                            .options("retryReads=false&heartbeatFrequencyMS=500")));

    private NodeFaults() {}
}
