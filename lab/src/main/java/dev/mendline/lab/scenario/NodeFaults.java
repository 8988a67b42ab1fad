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
                            "nothing listens at the nodes' ports",
                            "connection-refused",
                            "node-refuses",
                            CONFIRMED)
                    .with(NodeBehavior.REFUSING),
            new Fault(
                            "too-many-connections",
                            "the nodes say that they have no connection left",
                            "too-many-connections",
                            "connection-limit-reached",
                            CONFIRMED)
                    .with(NodeBehavior.saying(Scripts.full(819))),
            new Fault(
                            "limit-without-words",
                            "the nodes have few connections left and hang up on whoever wants more",
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
                            "packets from the zone of the service to the nodes are dropped",
                            "connection-timeout",
                            "firewall-blocks-port",
                            CONFIRMED)
                    .with(Nodes.all(NodeBehavior.DROPPING).elsewhere(NodeBehavior.HEALTHY))
                    .with(Client.BUSY.options("connectTimeoutMS=2000")),
            new Fault(
                            "not-listed",
                            "packets to the nodes are dropped wherever they come from",
                            "connection-timeout",
                            "ip-not-in-access-list",
                            LIKELY)
                    .with(NodeBehavior.DROPPING)
                    .with(Client.BUSY.options("connectTimeoutMS=2000")),
            new Fault("idle-cut", "connections that idle are cut", "connection-reset", "idle-connection-cut", LIKELY)
                    .with(NodeBehavior.saying(Scripts.but(script -> script.cutAfter(Duration.ofMillis(1200)))))
                    .with(Client.PATIENT
                            .every(Duration.ofMillis(1500))
                            .options("retryReads=false&heartbeatFrequencyMS=500")));

    private NodeFaults() {}
}
