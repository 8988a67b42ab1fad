package dev.mendline.lab.world;

import dev.mendline.lab.net.Bound;
import dev.mendline.lab.net.Closed;
import dev.mendline.lab.net.Closing;
import dev.mendline.lab.net.Ports;
import dev.mendline.lab.scenario.Setting;
import dev.mendline.lab.scenario.Standing;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The nodes of a deployment as they are met at one loopback address, which some zones are given. */
final class Side implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final String address;
    private final List<Bound> nodes = new ArrayList<>();

    Side(String address) {
        this.address = address;
    }

    String address() {
        return address;
    }

    /** Holds this port for the next node, and refuses there. */
    void reserve(int port) throws IOException {
        nodes.add(Closed.tcp(Ports.at(address, port)));
    }

    /** Gives up the last port that was reserved. */
    void forget() {
        nodes.remove(nodes.size() - 1).close();
    }

    /** Puts this at every node's place instead of what is there. */
    void stand(Standing standing, Setting setting) throws IOException {
        for (int me = 0; me < nodes.size(); me++) {
            int port = nodes.get(me).port();
            nodes.get(me).close();
            nodes.set(me, opened(standing, Ports.at(address, port), setting, me));
        }
    }

    /** Who looks for a free port elsewhere on this machine holds each for the moment in which it tries it. */
    private static Bound opened(Standing standing, InetSocketAddress at, Setting setting, int me) throws IOException {
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
        Closing.all(nodes);
    }
}
