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

/** The nodes of a deployment as they are met at one loopback address, which some zones are given. */
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

    /** Holds this port for the next node, and refuses there. */
    void reserve(int port) throws IOException {
        nodes.add(ClosedPort.tcp(Ports.at(address, port)));
    }

    /** Gives up the last port that was reserved. */
    void forget() {
        nodes.remove(nodes.size() - 1).close();
    }

    /** Puts this at every node's place instead of what is there. */
    void stand(NodeBehavior standing, NodeContext setting) throws IOException {
        for (int me = 0; me < nodes.size(); me++) {
            int port = nodes.get(me).port();
            nodes.get(me).close();
            nodes.set(me, opened(standing, Ports.at(address, port), setting, me));
        }
    }

    /** Who looks for a free port elsewhere on this machine holds each for the moment in which it tries it. */
    private static BoundPort opened(NodeBehavior standing, InetSocketAddress at, NodeContext setting, int me) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return standing.open(at, setting, me);
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
