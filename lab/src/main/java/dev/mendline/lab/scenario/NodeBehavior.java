package dev.mendline.lab.scenario;

import dev.mendline.lab.net.BoundPort;
import dev.mendline.lab.net.ClosedPort;
import dev.mendline.lab.net.DroppingPort;
import dev.mendline.lab.net.Front;
import dev.mendline.lab.peer.MongoPeer;
import dev.mendline.lab.peer.Script;
import dev.mendline.lab.peer.ServerError;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Behavior at a node's address. */
@FunctionalInterface
public interface NodeBehavior {
    /** Healthy node. */
    NodeBehavior HEALTHY = saying(NodeContext::healthy);

    /** Refuses connections. */
    NodeBehavior REFUSING = (at, node) -> ClosedPort.tcp(at);

    /** Drops all packets. */
    NodeBehavior DROPPING = (at, node) -> DroppingPort.tcp(at);

    BoundPort open(InetSocketAddress at, NodeContext node) throws IOException;

    /** Healthy node behind a front. */
    static NodeBehavior behind(Function<NodeContext, Front> front) {
        return of(front, NodeContext::healthy);
    }

    /** Node with a new script per connection, behind TLS with a trusted certificate. */
    static NodeBehavior saying(Function<NodeContext, Script> script) {
        return of(NodeContext::tls, script);
    }

    /** Node with a new script per connection, behind a front. */
    static NodeBehavior of(Function<NodeContext, Front> front, Function<NodeContext, Script> script) {
        return (at, node) -> MongoPeer.start(at, front.apply(node), () -> script.apply(node));
    }

    /** Node that rejects reads with each error in turn. */
    static NodeBehavior refusingReads(ServerError... errors) {
        return (at, node) -> {
            AtomicInteger reads = new AtomicInteger();
            return saying(any -> any.healthy()
                            .replying(find -> errors[reads.getAndIncrement() % errors.length].to(find), "find"))
                    .open(at, node);
        };
    }
}
