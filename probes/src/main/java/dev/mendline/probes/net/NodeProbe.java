package dev.mendline.probes.net;

import dev.mendline.model.facts.ProbeKind;
import dev.mendline.probes.guard.Guard;
import dev.mendline.probes.spi.Observation;
import dev.mendline.probes.spi.Probe;
import dev.mendline.probes.spi.ProbeSettings;
import dev.mendline.probes.spi.Stopwatch;
import dev.mendline.probes.spi.Subject;
import java.util.List;

/** Probe that connects to a node. It resolves the name once, and the guard checks each address and the port before. */
public abstract class NodeProbe implements Probe {
    protected final ProbeSettings settings;
    protected final Guard guard;
    private final ProbeKind kind;

    protected NodeProbe(ProbeKind kind, ProbeSettings settings, Guard guard) {
        this.kind = kind;
        this.settings = settings;
        this.guard = guard;
    }

    @Override
    public final String id() {
        return kind.id();
    }

    @Override
    public final List<String> names(Subject subject) {
        return List.of(subject.target(), subject.host());
    }

    @Override
    public Observation run(Subject subject) throws InterruptedException {
        Stopwatch watch = new Stopwatch(settings.probe());
        PermittedRoute route = PermittedRoute.of(subject, guard, settings);
        Observation barred = route.barred();
        return barred == null ? run(subject, route, watch) : barred;
    }

    /** Runs the probe at a node that the guard permits. The watch has run since the probe began. */
    protected abstract Observation run(Subject subject, PermittedRoute route, Stopwatch watch)
            throws InterruptedException;
}
