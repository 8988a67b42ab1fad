package dev.mendline.probes.driver;

import com.mongodb.connection.ServerDescription;
import dev.mendline.model.facts.HelloFacts;
import dev.mendline.model.facts.ProbeKind;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.guard.Guard;
import dev.mendline.probes.spi.Observation;
import dev.mendline.probes.spi.Probe;
import dev.mendline.probes.spi.ProbeSettings;
import dev.mendline.probes.spi.Stopwatch;
import dev.mendline.probes.spi.Subject;
import java.time.Clock;
import java.util.List;

/**
 * {@code mongosh --eval 'db.hello()'} at one node, without a login. Any certificate will do: nothing secret is said, and
 * what the server says of itself is worth hearing in any case; {@code tls} judges certificates.
 */
public final class HelloProbe implements Probe {
    private final ProbeSettings settings;
    private final Guard guard;
    private final Clock clock;

    public HelloProbe(ProbeSettings settings, Guard guard, Clock clock) {
        this.settings = settings;
        this.guard = guard;
        this.clock = clock;
    }

    @Override
    public String id() {
        return ProbeKind.HELLO.id();
    }

    @Override
    public List<String> names(Subject subject) {
        return List.of(subject.target(), subject.host());
    }

    @Override
    public Observation run(Subject subject) throws InterruptedException {
        return new DriverSession(guard, settings, clock).pay(subject, new Greet());
    }

    private static final class Greet implements DriverTask {
        @Override
        public boolean verifies() {
            return false;
        }

        @Override
        public Login login(Subject subject, ProbeSettings settings) {
            return Login.NOBODY;
        }

        @Override
        public Observation run(PinnedClient contact) {
            Stopwatch watch = contact.watch();
            ServerDescription said = contact.greet();
            HelloFacts facts = HelloReader.of(said, contact);
            boolean compatible = said.isCompatibleWithDriver();
            contact.note("hello: " + HelloReader.words(facts) + " (" + watch.millis() + " ms)");
            if (!compatible) {
                contact.note(FaultText.of(Reason.INCOMPATIBLE));
            }
            return new Observation(
                    compatible ? new Outcome.Passed() : new Outcome.Failed(Reason.INCOMPATIBLE),
                    facts,
                    contact.transcript());
        }

        @Override
        public Observation failed(PinnedClient contact, Fault fault) {
            return new Observation(
                    fault.outcome(),
                    HelloReader.nothing(contact, fault),
                    contact.transcript("hello: " + fault.words()));
        }
    }
}
