package dev.mendline.probes.driver;

import dev.mendline.model.facts.ProbeKind;
import dev.mendline.probes.guard.Guard;
import dev.mendline.probes.spi.Observation;
import dev.mendline.probes.spi.Probe;
import dev.mendline.probes.spi.ProbeSettings;
import dev.mendline.probes.spi.Subject;
import java.time.Clock;
import java.util.List;

/**
 * Probe that counts a node's connections, as {@code mongosh --eval 'db.serverStatus().connections'} does. It passes if
 * the server returns the count, whatever it is. It is inconclusive if the user may not see it.
 */
public final class ConnectionsProbe implements Probe {
    private final ProbeSettings settings;
    private final Guard guard;
    private final Clock clock;

    public ConnectionsProbe(ProbeSettings settings, Guard guard, Clock clock) {
        this.settings = settings;
        this.guard = guard;
        this.clock = clock;
    }

    @Override
    public String id() {
        return ProbeKind.CONNECTIONS.id();
    }

    @Override
    public List<String> names(Subject subject) {
        return List.of(subject.target(), subject.host());
    }

    /** Without credentials it does not log in, which suits servers without users. */
    @Override
    public Observation run(Subject subject) throws InterruptedException {
        return new DriverSession(guard, settings, clock).run(subject, new ConnectionsTask());
    }
}
