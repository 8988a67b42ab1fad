package dev.mendline.probes.net;

import dev.mendline.model.facts.Attempt;
import dev.mendline.model.probe.Outcome;
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
import org.jspecify.annotations.Nullable;

/** Connects to all addresses of a node at the same time. Opened connections stay open until this is closed. */
final class ParallelConnect implements AutoCloseable {
    /**
     * Attempt to connect to one address.
     *
     * @param channel null unless the connection opened
     */
    record ConnectionAttempt(
            Attempt attempt, int port, @Nullable SocketChannel channel) {
        String line() {
            return "connect " + attempt.address() + " port " + port + ": " + words(attempt.status()) + " ("
                    + attempt.millis() + " ms)";
        }

        /** Returns a pass if one address opened, because drivers need only one. */
        static Outcome outcome(List<ConnectionAttempt> all) {
            List<Reason> statuses =
                    all.stream().map(each -> each.attempt.status()).toList();
            if (statuses.contains(Reason.ANSWERED)) {
                return new Outcome.Passed();
            }
            return statuses.stream()
                    .filter(status -> status != Reason.OTHER)
                    .findFirst()
                    .<Outcome>map(Outcome.Failed::new)
                    .orElse(new Outcome.Inconclusive(Reason.OTHER));
        }

        private static String words(Reason status) {
            return switch (status) {
                case ANSWERED -> "open";
                case REFUSED -> "refused";
                case TIMED_OUT -> "no answer";
                case UNREACHABLE -> "unreachable";
                case RESET -> "reset";
                default -> "could not be tried";
            };
        }
    }

    private final Duration limit;
    private final Queue<SocketChannel> channels = new ConcurrentLinkedQueue<>();

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
