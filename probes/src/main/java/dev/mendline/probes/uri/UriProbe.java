package dev.mendline.probes.uri;

import dev.mendline.model.config.Secret;
import dev.mendline.model.facts.ProbeKind;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.spi.Observation;
import dev.mendline.probes.spi.Probe;
import dev.mendline.probes.spi.Subject;
import java.util.ArrayList;
import java.util.List;

/** Probe that checks the form of a connection string. It uses no network. */
public final class UriProbe implements Probe {
    @Override
    public String id() {
        return ProbeKind.URI.id();
    }

    @Override
    public List<String> names(Subject subject) {
        return List.of();
    }

    @Override
    public Observation run(Subject subject) {
        Secret secret = subject.connectionString();
        if (secret == null) {
            return Observation.inconclusive(Reason.NOTHING_TO_PROBE, "No connection string is at hand");
        }
        ConnectionString string = ConnectionString.of(secret);
        List<String> transcript = new ArrayList<>();
        transcript.add(string.flaw().isEmpty() ? "The connection string is well formed" : string.flaw());
        string.facts().unknownOptions().forEach(option -> transcript.add("No driver knows the option " + option));
        Outcome outcome = string.reason().<Outcome>map(Outcome.Failed::new).orElse(new Outcome.Passed());
        return new Observation(outcome, string.facts(), transcript);
    }
}
