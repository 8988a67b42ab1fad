package dev.mendline.probes.dns;

import dev.mendline.model.facts.Difference;
import dev.mendline.model.facts.ProbeKind;
import dev.mendline.model.net.HostNames;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.spi.Observation;
import dev.mendline.probes.spi.Probe;
import dev.mendline.probes.spi.ProbeSettings;
import dev.mendline.probes.spi.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Probe that asks every resolver about one name. */
abstract class DnsProbe implements Probe {
    /** Limit for one resolver's answer. */
    final Duration limit;

    private final ProbeKind kind;
    private final Function<Subject, String> name;

    DnsProbe(ProbeKind kind, Function<Subject, String> name, ProbeSettings settings) {
        this.kind = kind;
        this.name = name;
        this.limit = settings.dnsQuery();
    }

    @Override
    public final String id() {
        return kind.id();
    }

    @Override
    public final List<String> names(Subject subject) {
        return List.of(name.apply(subject));
    }

    @Override
    public final Observation run(Subject subject) throws InterruptedException {
        return HostNames.isName(name.apply(subject))
                ? resolve(subject)
                : Observation.inconclusive(Reason.NOTHING_TO_PROBE, "The target is an address; DNS is not needed");
    }

    /** Runs the probe for a name that is not an address. */
    abstract Observation resolve(Subject subject) throws InterruptedException;

    /** Returns the answers, then the differences between them. */
    static List<String> transcript(List<String> answers, List<Difference> differences) {
        List<String> lines = new ArrayList<>(answers);
        differences.forEach(difference -> lines.add(Differences.words(difference)));
        return lines;
    }
}
