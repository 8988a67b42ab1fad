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
 * Probe that logs in at one node with a user's name and password, as {@code mongosh --eval
 * 'db.runCommand({connectionStatus: 1})'} does. It passes if the server accepts the login. It tries once, because
 * servers lock accounts, and only if the server proves its identity.
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
        return new DriverSession(guard, settings, clock).run(subject, new LoginTask());
    }
}
