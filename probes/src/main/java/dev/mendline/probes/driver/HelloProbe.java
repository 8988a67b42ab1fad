package dev.mendline.probes.driver;

import com.mongodb.connection.ServerDescription;
import dev.mendline.model.facts.HelloFacts;
import dev.mendline.model.facts.ProbeKind;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.guard.Guard;
import dev.mendline.probes.net.PeerCertificates;
import dev.mendline.probes.spi.Observation;
import dev.mendline.probes.spi.ProbeSettings;
import dev.mendline.probes.spi.Stopwatch;
import dev.mendline.probes.spi.Subject;
import java.time.Clock;

/**
 * Probe that runs {@code hello} at one node without a login, as {@code mongosh --eval 'db.hello()'} does. It accepts
 * every certificate, because nothing secret is sent and the reply is useful in any case. {@code tls} checks
 * certificates.
 */
public final class HelloProbe extends DriverProbe {
    public HelloProbe(ProbeSettings settings, Guard guard, Clock clock) {
        super(ProbeKind.HELLO, settings, guard, clock);
    }

    @Override
    Login login(Subject subject) {
        return Login.NOBODY;
    }

    @Override
    PeerCertificates certificates(Subject subject) {
        return PeerCertificates.accepted();
    }

    @Override
    Observation ask(PinnedClient client) {
        Stopwatch watch = client.watch();
        ServerDescription server = client.greet();
        HelloFacts facts = HelloReader.of(server, client);
        client.note("hello: " + HelloReader.words(facts) + " (" + watch.millis() + " ms)");
        if (server.isCompatibleWithDriver()) {
            return new Observation(new Outcome.Passed(), facts, client.transcript());
        }
        return new Observation(
                new Outcome.Failed(Reason.INCOMPATIBLE),
                facts,
                client.transcript(DriverFault.words(Reason.INCOMPATIBLE)));
    }

    @Override
    Observation failed(PinnedClient client, DriverFault fault) {
        return new Observation(
                fault.outcome(), HelloReader.nothing(client, fault), client.transcript("hello: " + fault.words()));
    }
}
