package dev.mendline.probes.net;

import dev.mendline.model.Attempt;
import dev.mendline.model.Node;
import dev.mendline.model.Outcome;
import dev.mendline.model.Reason;
import dev.mendline.model.TcpFacts;
import dev.mendline.probes.guard.Guard;
import dev.mendline.probes.spi.NetworkFault;
import dev.mendline.probes.spi.Observation;
import dev.mendline.probes.spi.Probe;
import dev.mendline.probes.spi.ProbeSettings;
import dev.mendline.probes.spi.SideBySide;
import dev.mendline.probes.spi.Stopwatch;
import dev.mendline.probes.spi.Subject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * {@code nc -zv NODE PORT} for each of the node's addresses. The name is resolved once, each address goes past the guard,
 * and the connection is made to that very address. A name that does not resolve is a failure with the resolvers' reason.
 */
public final class TcpProbe implements Probe {
    private final ProbeSettings settings;
    private final Guard guard;

    public TcpProbe(ProbeSettings settings, Guard guard) {
        this.settings = settings;
        this.guard = guard;
    }

    @Override
    public String id() {
        return "tcp";
    }

    @Override
    public List<String> names(Subject subject) {
        return List.of(subject.target(), subject.host());
    }

    @Override
    public Observation run(Subject subject) throws InterruptedException {
        Approach approach = Approach.of(subject, guard, settings);
        Observation barred = approach.barred();
        return barred != null ? barred : connect(Objects.requireNonNull(subject.node()), approach);
    }

    private Observation connect(Node node, Approach approach) throws InterruptedException {
        List<String> transcript = new ArrayList<>(approach.transcript());
        List<Attempt> attempts =
                SideBySide.each(approach.addresses(), address -> attempt(new InetSocketAddress(address, node.port())));
        attempts.forEach(attempt -> transcript.add("connect " + attempt.address() + " port " + node.port() + ": "
                + words(attempt.status()) + " (" + attempt.millis() + " ms)"));
        return new Observation(outcome(attempts), new TcpFacts(node.host(), node.port(), attempts, null), transcript);
    }

    private Attempt attempt(InetSocketAddress address) {
        Stopwatch watch = new Stopwatch(settings.tcpConnect());
        Reason status = Reason.ANSWERED;
        try (SocketChannel channel = SocketChannel.open()) {
            channel.socket().connect(address, watch.left());
        } catch (IOException e) {
            status = NetworkFault.reason(e);
        }
        return new Attempt(address.getAddress().getHostAddress(), status, watch.millis());
    }

    /** A driver is content with one address that opens. */
    private static Outcome outcome(List<Attempt> attempts) {
        if (attempts.stream().anyMatch(attempt -> attempt.status() == Reason.ANSWERED)) {
            return new Outcome.Passed();
        }
        return attempts.stream()
                .map(Attempt::status)
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
