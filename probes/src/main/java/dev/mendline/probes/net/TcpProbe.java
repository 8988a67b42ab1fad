package dev.mendline.probes.net;

import dev.mendline.model.facts.Attempt;
import dev.mendline.model.facts.ProbeKind;
import dev.mendline.model.facts.TcpFacts;
import dev.mendline.model.net.HostNames;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.dns.HostLookup;
import dev.mendline.probes.guard.Guard;
import dev.mendline.probes.net.ParallelConnect.ConnectionAttempt;
import dev.mendline.probes.spi.Observation;
import dev.mendline.probes.spi.ProbeSettings;
import dev.mendline.probes.spi.Stopwatch;
import dev.mendline.probes.spi.Subject;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Probe that connects to each of the node's addresses, as {@code nc -zv NODE PORT} does. If the node is silent and a
 * control target is configured, it is tried too: a host that accepts TCP on every port. If both are silent, the network
 * blocks outgoing connections and the node is not at fault.
 */
public final class TcpProbe extends NodeProbe {
    public TcpProbe(ProbeSettings settings, Guard guard) {
        super(ProbeKind.TCP, settings, guard);
    }

    @Override
    protected Observation run(Subject subject, PermittedRoute route, Stopwatch watch) throws InterruptedException {
        Node node = Objects.requireNonNull(subject.node());
        List<String> transcript = new ArrayList<>(route.transcript());
        try (ParallelConnect connecting = new ParallelConnect(settings.tcpConnect())) {
            List<ConnectionAttempt> attempts = connecting.to(route.addresses(), node.port());
            attempts.forEach(each -> transcript.add(each.line()));
            List<Attempt> results =
                    attempts.stream().map(ConnectionAttempt::attempt).toList();
            Attempt control = isSilent(results) ? control(subject, node.port(), transcript, watch) : null;
            return new Observation(
                    ConnectionAttempt.outcome(attempts),
                    new TcpFacts(node.host(), node.port(), results, control),
                    transcript);
        }
    }

    /** A refused or reset connection was answered by the node, so such attempts alone are not silence. */
    private static boolean isSilent(List<Attempt> attempts) {
        List<Reason> statuses = attempts.stream().map(Attempt::status).toList();
        return !statuses.contains(Reason.ANSWERED)
                && (statuses.contains(Reason.TIMED_OUT) || statuses.contains(Reason.UNREACHABLE));
    }

    private @Nullable Attempt control(Subject subject, int port, List<String> transcript, Stopwatch watch)
            throws InterruptedException {
        String host = settings.controlTarget();
        if (host == null) {
            return null;
        }
        if (!HostNames.isName(host)) {
            transcript.add("The control target is not tried: it is not a host name");
            return null;
        }
        Duration needed = settings.dnsQuery().plus(settings.tcpConnect());
        if (watch.millis() + needed.toMillis() > settings.probe().toMillis()) {
            transcript.add("The control target is not tried: too little time is left");
            return null;
        }
        return control(HostNames.canonical(host), subject, port, transcript);
    }

    /**
     * Connects to the first address of the control target; returns null if none may be tried. Its name needs no
     * permission, because it is configured; the guard checks its address like all others.
     */
    private @Nullable Attempt control(String host, Subject subject, int port, List<String> transcript)
            throws InterruptedException {
        transcript.add("No address opened; trying the control target " + host);
        Subject control = new Subject(host, null, null, null, false, null, subject.zone(), subject.resolvers());
        HostLookup lookup = HostLookup.asDriver(control, settings.dnsQuery());
        transcript.addAll(lookup.transcript());
        if (lookup.addresses().isEmpty()) {
            return null;
        }
        InetAddress address = lookup.addresses().get(0);
        Optional<Guard.Refusal> refusal = guard.address(address, host, host, subject.zone());
        if (refusal.isPresent()) {
            transcript.addAll(refusal.get().transcript());
            return null;
        }
        try (ParallelConnect connecting = new ParallelConnect(settings.tcpConnect())) {
            ConnectionAttempt attempt = connecting.to(List.of(address), port).get(0);
            transcript.add(attempt.line());
            return attempt.attempt();
        }
    }
}
