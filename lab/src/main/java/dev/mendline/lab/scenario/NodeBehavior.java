package dev.mendline.lab.scenario;

import dev.mendline.lab.net.BoundPort;
import dev.mendline.lab.net.ClosedPort;
import dev.mendline.lab.net.DroppingPort;
import dev.mendline.lab.peer.MongoPeer;
import java.io.IOException;
import java.net.InetSocketAddress;

/** Behavior at a node's address. */
@FunctionalInterface
public interface NodeBehavior {
    /** Healthy node. */
    NodeBehavior HEALTHY = of(Fronts.trusted(), Scripts.healthy());

    /** Refuses connections. */
    NodeBehavior REFUSING = (at, setting, me) -> ClosedPort.tcp(at);

    /** Drops all packets. */
    NodeBehavior DROPPING = (at, setting, me) -> DroppingPort.tcp(at);

    /**
     * Opens the node.
     *
     * @param me index of the node
     */
    BoundPort open(InetSocketAddress at, NodeContext setting, int me) throws IOException;

    /** Healthy node behind a front. */
    static NodeBehavior behind(Fronts front) {
        return of(front, Scripts.healthy());
    }

    /** Node with these scripts behind the default front. */
    static NodeBehavior saying(Scripts scripts) {
        return of(Fronts.trusted(), scripts);
    }

    /** A node behind a front. */
    static NodeBehavior of(Fronts front, Scripts scripts) {
        return (at, setting, me) -> MongoPeer.start(at, front.of(setting), scripts.of(setting, me));
    }
}
