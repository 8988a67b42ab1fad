package dev.mendline.probes.net;

import dev.mendline.model.facts.Attempt;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.spi.NetworkFault;
import dev.mendline.probes.spi.ParallelChecks;
import dev.mendline.probes.spi.Stopwatch;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Connects to all addresses of a node at the same time. Opened connections stay open until this is closed. */
final class ParallelConnect implements AutoCloseable {
    private final Duration limit;
    private final Queue<SocketChannel> channels = new ConcurrentLinkedQueue<>();

    /** Creates it with a time limit for each attempt. */
    ParallelConnect(Duration limit) {
        this.limit = limit;
    }

    List<ConnectionAttempt> to(List<InetAddress> addresses, int port) throws InterruptedException {
        return ParallelChecks.each(addresses, address -> dial(new InetSocketAddress(address, port)));
    }

    private ConnectionAttempt dial(InetSocketAddress to) {
        Stopwatch watch = new Stopwatch(limit);
        try {
            SocketChannel channel = SocketChannel.open();
            channels.add(channel);
            channel.socket().connect(to, watch.left());
            return new ConnectionAttempt(attempt(to, Reason.ANSWERED, watch), to.getPort(), channel);
        } catch (IOException e) {
            return new ConnectionAttempt(attempt(to, NetworkFault.reason(e), watch), to.getPort(), null);
        }
    }

    private static Attempt attempt(InetSocketAddress to, Reason status, Stopwatch watch) {
        return new Attempt(to.getAddress().getHostAddress(), status, watch.millis());
    }

    @Override
    public void close() {
        for (SocketChannel channel : channels) {
            try {
                channel.close();
            } catch (IOException e) {
                // Nothing was to be sent any more.
            }
        }
    }
}
