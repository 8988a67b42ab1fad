package dev.mendline.probes;

import dev.mendline.model.Node;
import dev.mendline.model.Outcome;
import dev.mendline.model.Reason;
import dev.mendline.model.TcpFacts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/**
 * {@code nc -zv NODE PORT} for each of the node's addresses. The name is resolved once, each address goes past the guard,
 * and the connection is made to that very address. A name that does not resolve is a failure with the resolvers' reason.
 */
final class TcpProbe implements Probe {
    private final ProbeSettings settings;
    private final Guard guard;

    TcpProbe(ProbeSettings settings, Guard guard) {
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
        Node node = subject.node();
        if (node == null) {
            return Observation.inconclusive(Reason.NOTHING_TO_PROBE, "The request names no node");
        }
        Optional<Guard.Refusal> port = port(subject, node);
        if (port.isPresent()) {
            return Observation.inconclusive(Reason.NOT_ALLOWED, port.get().transcript());
        }
        HostLookup lookup = HostLookup.of(subject.resolvers(), node.host(), settings.dnsQuery());
        List<String> transcript = new ArrayList<>(lookup.survey().transcript());
        List<InetAddress> addresses = lookup.addresses();
        if (addresses.isEmpty()) {
            // That a name has no address says nothing of the node behind it; dns-host says what it says of the name.
            Reason reason = lookup.survey().outcome().reason();
            return Observation.inconclusive(reason == null ? Reason.NODATA : reason, transcript);
        }
        if (lookup.byReferenceOnly()) {
            transcript.add("No resolver of the zone gave an address; going on with the reference resolver's");
        }
        return connect(node, permitted(addresses, subject, node, transcript), transcript);
    }

    /** Asks for the deployment's own SRV record only when the port needs it. */
    private Optional<Guard.Refusal> port(Subject subject, Node node) throws InterruptedException {
        Optional<Guard.Refusal> refusal = guard.port(node, subject.target(), List.of());
        return refusal.isEmpty() ? refusal : guard.port(node, subject.target(), namedBySrv(subject));
    }

    private Collection<Node> namedBySrv(Subject subject) throws InterruptedException {
        Optional<Name> question = Survey.absolute(SeedList.SERVICE + subject.target());
        if (question.isEmpty()) {
            return List.of();
        }
        return Survey.of(subject.resolvers(), question.get(), List.of(Type.SRV), settings.dnsQuery())
                .good()
                .map(answer -> SeedList.of(subject.target(), answer.records()))
                .filter(SeedList::good)
                .map(SeedList::nodes)
                .orElse(List.of());
    }

    private List<InetAddress> permitted(
            List<InetAddress> addresses, Subject subject, Node node, List<String> transcript) {
        List<InetAddress> permitted = new ArrayList<>();
        for (InetAddress address : addresses) {
            Optional<Guard.Refusal> refusal = guard.address(address, node.host(), subject.target(), subject.zone());
            refusal.ifPresentOrElse(no -> transcript.addAll(no.transcript()), () -> permitted.add(address));
        }
        return permitted;
    }

    private Observation connect(Node node, List<InetAddress> addresses, List<String> transcript)
            throws InterruptedException {
        if (addresses.isEmpty()) {
            return Observation.inconclusive(Reason.NOT_ALLOWED, transcript);
        }
        List<TcpFacts.Attempt> attempts =
                SideBySide.each(addresses, address -> attempt(new InetSocketAddress(address, node.port())));
        attempts.forEach(attempt -> transcript.add("connect " + attempt.address() + " port " + node.port() + ": "
                + words(attempt.status()) + " (" + attempt.millis() + " ms)"));
        return new Observation(outcome(attempts), new TcpFacts(node.host(), node.port(), attempts), transcript);
    }

    private TcpFacts.Attempt attempt(InetSocketAddress address) {
        Stopwatch watch = new Stopwatch(settings.tcpConnect());
        Reason status = Reason.ANSWERED;
        try (SocketChannel channel = SocketChannel.open()) {
            channel.socket().connect(address, watch.left());
        } catch (IOException e) {
            status = NetworkFault.reason(e);
        }
        return new TcpFacts.Attempt(address.getAddress().getHostAddress(), status, watch.millis());
    }

    /** A driver is content with one address that opens. */
    private static Outcome outcome(List<TcpFacts.Attempt> attempts) {
        if (attempts.stream().anyMatch(attempt -> attempt.status() == Reason.ANSWERED)) {
            return new Outcome.Passed();
        }
        return attempts.stream()
                .map(TcpFacts.Attempt::status)
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
