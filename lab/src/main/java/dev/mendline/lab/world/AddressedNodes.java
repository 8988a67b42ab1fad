package dev.mendline.lab.world;

import dev.mendline.lab.net.BoundPort;
import dev.mendline.lab.net.ClosedPort;
import dev.mendline.lab.net.OrderedClose;
import dev.mendline.lab.net.Ports;
import dev.mendline.lab.scenario.NodeBehavior;
import dev.mendline.lab.scenario.NodeContext;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Nodes of a deployment at one loopback address, which some zones see. */
final class AddressedNodes implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final String address;
    private final List<BoundPort> nodes = new ArrayList<>();

    AddressedNodes(String address) {
        this.address = address;
    }

    String address() {
        return address;
    }

    /** Reserves a port for the next node, which refuses connections. */
    void reserve(int port) throws IOException {
        nodes.add(ClosedPort.tcp(Ports.at(address, port)));
    }

    /** Releases the last reserved port. */
    void forget() {
        nodes.remove(nodes.size() - 1).close();
    }

    /** Replaces the behavior of all nodes. */
    void stand(NodeBehavior standing, NodeContext setting) throws IOException {
        for (int me = 0; me < nodes.size(); me++) {
            int port = nodes.get(me).port();
            nodes.get(me).close();
            nodes.set(me, opened(standing, Ports.at(address, port), setting.node(me)));
        }
    }

    /** Retries, because other processes that search for free ports hold each one for a moment. */
    private static BoundPort opened(NodeBehavior standing, InetSocketAddress at, NodeContext node) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return standing.open(at, node);
            } catch (BindException e) {
                if (System.nanoTime() > end) {
                    throw new IOException("cannot stand at " + at + " again: " + e.getMessage(), e);
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    @Override
    public void close() {
        OrderedClose.all(nodes);
    }
}
