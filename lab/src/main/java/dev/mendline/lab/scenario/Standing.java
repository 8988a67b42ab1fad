package dev.mendline.lab.scenario;

import dev.mendline.lab.net.Bound;
import dev.mendline.lab.net.Closed;
import dev.mendline.lab.net.Dropped;
import dev.mendline.lab.peer.MongoPeer;
import java.io.IOException;
import java.net.InetSocketAddress;

/** What stands at a node's address. */
@FunctionalInterface
public interface Standing {
    /** A node in good health. */
    Standing HEALTHY = of(Fronts.trusted(), Scripts.healthy());

    /** Nothing listens. */
    Standing REFUSING = (at, setting, me) -> Closed.tcp(at);

    /** Whatever is sent there gets no answer. */
    Standing DROPPING = (at, setting, me) -> Dropped.tcp(at);

    /**
     * Stands there from now on.
     *
     * @param me which of the nodes
     */
    Bound open(InetSocketAddress at, Setting setting, int me) throws IOException;

    /** A node that is sound but for its certificate or the way to it. */
    static Standing behind(Fronts front) {
        return of(front, Scripts.healthy());
    }

    /** A node that is sound but for what it answers. */
    static Standing saying(Scripts scripts) {
        return of(Fronts.trusted(), scripts);
    }

    /** A node behind a front. */
    static Standing of(Fronts front, Scripts scripts) {
        return (at, setting, me) -> MongoPeer.start(at, front.of(setting), scripts.of(setting, me));
    }
}
