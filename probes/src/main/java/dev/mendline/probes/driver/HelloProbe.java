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
 * Probe that runs {@code hello} at one node without a login, as {@code mongosh --eval 'db.hello()'} does. It accepts
 * every certificate, because nothing secret is sent and the reply is useful in any case. {@code tls} checks
 * certificates.
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
        return new DriverSession(guard, settings, clock).run(subject, new HelloTask());
    }

    private static final class HelloTask implements DriverTask {
        @Override
        public boolean verifies() {
            return false;
        }

        @Override
        public Login login(Subject subject, ProbeSettings settings) {
            return Login.NOBODY;
        }

        @Override
        public Observation run(PinnedClient client) {
            Stopwatch watch = client.watch();
            ServerDescription server = client.greet();
            HelloFacts facts = HelloReader.of(server, client);
            boolean compatible = server.isCompatibleWithDriver();
            client.note("hello: " + HelloReader.words(facts) + " (" + watch.millis() + " ms)");
            if (!compatible) {
                client.note(FaultText.of(Reason.INCOMPATIBLE));
            }
            return new Observation(
                    compatible ? new Outcome.Passed() : new Outcome.Failed(Reason.INCOMPATIBLE),
                    facts,
                    client.transcript());
        }

        @Override
        public Observation failed(PinnedClient client, DriverFault fault) {
            return new Observation(
                    fault.outcome(), HelloReader.nothing(client, fault), client.transcript("hello: " + fault.words()));
        }
    }
}
