package dev.mendline.lab.scenario;

import dev.mendline.lab.net.BoundPort;
import dev.mendline.lab.net.ClosedPort;
import dev.mendline.lab.net.DroppingPort;
import dev.mendline.lab.peer.MongoPeer;
import java.io.IOException;
import java.net.InetSocketAddress;

/** What stands at a node's address. */
@FunctionalInterface
public interface NodeBehavior {
    /** A node in good health. */
    NodeBehavior HEALTHY = of(Fronts.trusted(), Scripts.healthy());

    /** Nothing listens. */
    NodeBehavior REFUSING = (at, setting, me) -> ClosedPort.tcp(at);

    /** Whatever is sent there gets no answer. */
    NodeBehavior DROPPING = (at, setting, me) -> DroppingPort.tcp(at);

    /**
     * Stands there from now on.
     *
     * @param me which of the nodes
     */
    BoundPort open(InetSocketAddress at, NodeContext setting, int me) throws IOException;

    /** A node that is sound but for its certificate or the way to it. */
    static NodeBehavior behind(Fronts front) {
        return of(front, Scripts.healthy());
    }

    /** A node that is sound but for what it answers. */
    static NodeBehavior saying(Scripts scripts) {
        return of(Fronts.trusted(), scripts);
    }

    /** A node behind a front. */
    static NodeBehavior of(Fronts front, Scripts scripts) {
        return (at, setting, me) -> MongoPeer.start(at, front.of(setting), scripts.of(setting, me));
    }
}
