package dev.mendline.probes.dns;

import dev.mendline.model.facts.Difference;
import dev.mendline.model.facts.ProbeKind;
import dev.mendline.model.facts.TxtFacts;
import dev.mendline.model.net.HostNames;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.spi.Observation;
import dev.mendline.probes.spi.Probe;
import dev.mendline.probes.spi.ProbeSettings;
import dev.mendline.probes.spi.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.xbill.DNS.Type;

/**
 * Probe that resolves the TXT record at every resolver, as {@code dig TXT TARGET} does. A missing record is a pass, as
 * for drivers. A failed lookup is a failure, as for drivers.
 */
public final class TxtProbe implements Probe {
    private final Duration limit;

    public TxtProbe(ProbeSettings settings) {
        this.limit = settings.dnsQuery();
    }

    @Override
    public String id() {
        return ProbeKind.TXT.id();
    }

    @Override
    public List<String> names(Subject subject) {
        return List.of(subject.target());
    }

    @Override
    public Observation run(Subject subject) throws InterruptedException {
        if (!HostNames.isName(subject.target())) {
            return Observation.inconclusive(Reason.NOTHING_TO_PROBE, "The target is an address; DNS is not needed");
        }
        // The guard has let nothing through that is too long for DNS.
        ResolverSurvey survey = ResolverSurvey.bothWays(
                subject.resolvers(), ResolverSurvey.absolute(subject.target()).orElseThrow(), List.of(Type.TXT), limit);
        TxtOptions options = TxtOptions.of(survey.records());
        List<Difference> differences = ResolverComparison.of(survey);
        TxtFacts facts = new TxtFacts(
                subject.target(),
                survey.systemSummaries(),
                survey.referenceSummaries(),
                options.records(),
                options.options(),
                options.refused(),
                differences);
        return new Observation(outcome(survey, options), facts, transcript(survey, options, differences));
    }

    private static Outcome outcome(ResolverSurvey survey, TxtOptions options) {
        Outcome outcome = survey.outcome();
        if (outcome instanceof Outcome.Passed) {
            return options.good() ? outcome : new Outcome.Failed(Reason.BAD_TXT);
        }
        boolean none = survey.system().stream().anyMatch(answer -> answer.said().gone());
        return none ? new Outcome.Passed() : outcome;
    }

    private static List<String> transcript(ResolverSurvey survey, TxtOptions options, List<Difference> differences) {
        List<String> lines = new ArrayList<>(survey.transcript());
        differences.forEach(difference -> lines.add(ResolverComparison.words(difference)));
        options.options().forEach(option -> lines.add("  " + option));
        if (options.records() > 1) {
            lines.add("There are " + options.records() + " records; drivers accept one");
        }
        if (!options.refused().isEmpty()) {
            lines.add("Options that drivers refuse in it: " + String.join(", ", options.refused()));
        }
        return lines;
    }
}
