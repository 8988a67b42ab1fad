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
 * {@code mongosh --eval 'db.serverStatus().connections'} at one node: passes when the server counts its connections for
 * us, however many there are. A server that does not let us look has told nothing of them.
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

    /** Without credentials it asks without a login, which suits servers that have no users. */
    @Override
    public Observation run(Subject subject) throws InterruptedException {
        return new DriverSession(guard, settings, clock).pay(subject, new CountConnections());
    }
}
