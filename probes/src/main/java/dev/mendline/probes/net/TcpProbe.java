package dev.mendline.probes.net;

import dev.mendline.model.facts.Attempt;
import dev.mendline.model.facts.ProbeKind;
import dev.mendline.model.facts.TcpFacts;
import dev.mendline.model.net.HostNames;
import dev.mendline.model.probe.Node;
import dev.mendline.probes.guard.Guard;
import dev.mendline.probes.spi.Observation;
import dev.mendline.probes.spi.Probe;
import dev.mendline.probes.spi.ProbeSettings;
import dev.mendline.probes.spi.Stopwatch;
import dev.mendline.probes.spi.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Probe that connects to each of the node's addresses, as {@code nc -zv NODE PORT} does. The name is resolved once, and
 * the guard checks each address before the connection. If the node is silent and a control target is configured, it is
 * tried too.
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
        return ProbeKind.TCP.id();
    }

    @Override
    public List<String> names(Subject subject) {
        return List.of(subject.target(), subject.host());
    }

    @Override
    public Observation run(Subject subject) throws InterruptedException {
        Stopwatch watch = new Stopwatch(settings.probe());
        PermittedRoute route = PermittedRoute.of(subject, guard, settings);
        Observation barred = route.barred();
        return barred != null ? barred : connect(subject, Objects.requireNonNull(subject.node()), route, watch);
    }

    private Observation connect(Subject subject, Node node, PermittedRoute route, Stopwatch watch)
            throws InterruptedException {
        List<String> transcript = new ArrayList<>(route.transcript());
        try (ParallelConnect connecting = new ParallelConnect(settings.tcpConnect())) {
            List<ConnectionAttempt> attempts = connecting.to(route.addresses(), node.port());
            attempts.forEach(each -> transcript.add(each.line()));
            Attempt control = ControlTarget.wanted(attempts) ? control(subject, node.port(), transcript, watch) : null;
            List<Attempt> results =
                    attempts.stream().map(ConnectionAttempt::attempt).toList();
            return new Observation(
                    ConnectionAttempt.outcome(attempts),
                    new TcpFacts(node.host(), node.port(), results, control),
                    transcript);
        }
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
        return new ControlTarget(HostNames.canonical(host), guard, settings).dial(subject, port, transcript);
    }
}
