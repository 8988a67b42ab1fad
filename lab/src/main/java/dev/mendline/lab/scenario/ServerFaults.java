package dev.mendline.lab.scenario;

import static dev.mendline.model.incident.Verdict.CONFIRMED;

import dev.mendline.lab.peer.ServerError;
import java.util.List;

/** Faults in the nodes' answers. */
final class ServerFaults {
    static final List<Fault> ALL = List.of(
            new Fault("auth-failed", "the password is wrong", "auth-failed", "wrong-credentials", CONFIRMED)
                    .with(Client.PATIENT.mistyped()),
            new Fault("no-primary", "all members are secondaries", "no-primary", "no-primary", CONFIRMED)
                    .with(NodeBehavior.saying(
                            Scripts.being((setting, me) -> setting.member(me).leaderless())))
                    .with(Client.BUSY),
            new Fault(
                            "server-too-new",
                            "the nodes support only newer wire versions",
                            "driver-incompatible",
                            "driver-too-old",
                            CONFIRMED)
                    .with(NodeBehavior.saying(
                            Scripts.being((setting, me) -> setting.member(me).speaking(30, 35))))
                    .with(Client.PATIENT),
            new Fault(
                            "op-query-refused",
                            "the nodes reject the OP_QUERY handshake",
                            "driver-incompatible",
                            "driver-too-old",
                            CONFIRMED)
                    .with(NodeBehavior.saying(
                            Scripts.refusing(ServerError.OP_QUERY_REFUSED, "isMaster", "ismaster", "hello"))),
            new Fault(
                            "load-balanced",
                            "the TXT record says loadBalanced=true, but there is no load balancer",
                            "serverless-unsupported",
                            "serverless-driver",
                            CONFIRMED)
                    .with(Names.published(Publication.LOAD_BALANCED))
                    .with(Nodes.HEALTHY.atMost(1))
                    .with(Client.PATIENT),
            new Fault("overloaded", "the nodes shed load", "overloaded", "overloaded", CONFIRMED)
                    .with(NodeBehavior.saying(Scripts.refusingReads(
                            List.of(ServerError.QUEUE_FULL, ServerError.RATE_LIMITED, ServerError.NETWORK_TIME_LIMIT))))
                    .with(Client.PATIENT),
            new Fault(
                            "not-authorized",
                            "the user has no read permission",
                            "not-authorized",
                            "not-authorized",
                            CONFIRMED)
                    .with(NodeBehavior.saying(Scripts.refusing(ServerError.NOT_AUTHORIZED, "find")))
                    .with(Client.PATIENT));

    private ServerFaults() {}
}
