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
 * {@code mongosh --eval 'db.runCommand({connectionStatus: 1})'} at one node, with a user's name and password: passes when
 * the server lets them in. One attempt only, for servers lock accounts; to no server that cannot prove who it is.
 */
public final class AuthProbe implements Probe {
    private final ProbeSettings settings;
    private final Guard guard;
    private final Clock clock;

    public AuthProbe(ProbeSettings settings, Guard guard, Clock clock) {
        this.settings = settings;
        this.guard = guard;
        this.clock = clock;
    }

    @Override
    public String id() {
        return ProbeKind.AUTH.id();
    }

    @Override
    public List<String> names(Subject subject) {
        return List.of(subject.target(), subject.host());
    }

    @Override
    public Observation run(Subject subject) throws InterruptedException {
        return new DriverSession(guard, settings, clock).pay(subject, new LogIn());
    }
}
