package dev.mendline.probes.dns;

import dev.mendline.model.facts.Difference;
import dev.mendline.model.facts.ProbeKind;
import dev.mendline.model.facts.TxtFacts;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.spi.Observation;
import dev.mendline.probes.spi.ProbeSettings;
import dev.mendline.probes.spi.Subject;
import java.util.List;
import org.xbill.DNS.Type;

/**
 * Probe that resolves the TXT record at every resolver, as {@code dig TXT TARGET} does. A missing record is a pass, as
 * for drivers. A failed lookup is a failure, as for drivers.
 */
public final class TxtProbe extends DnsProbe {
    public TxtProbe(ProbeSettings settings) {
        super(ProbeKind.TXT, Subject::target, settings);
    }

    @Override
    Observation resolve(Subject subject) throws InterruptedException {
        // The guard has let nothing through that is too long for DNS.
        ResolverSurvey survey = ResolverSurvey.bothWays(
                subject.resolvers(), ResolverSurvey.absolute(subject.target()).orElseThrow(), List.of(Type.TXT), limit);
        TxtOptions options = TxtOptions.of(survey.records());
        List<Difference> differences = Differences.of(survey);
        List<String> transcript = transcript(survey.transcript(), differences);
        options.options().forEach(option -> transcript.add("  " + option));
        if (options.records() > 1) {
            transcript.add("There are " + options.records() + " records; drivers accept one");
        }
        if (!options.refused().isEmpty()) {
            transcript.add("Options that drivers refuse in it: " + String.join(", ", options.refused()));
        }
        TxtFacts facts = new TxtFacts(
                subject.target(),
                survey.systemSummaries(),
                survey.referenceSummaries(),
                options.records(),
                options.options(),
                options.refused(),
                differences);
        return new Observation(outcome(survey, options), facts, transcript);
    }

    private static Outcome outcome(ResolverSurvey survey, TxtOptions options) {
        Outcome outcome = survey.outcome();
        if (outcome instanceof Outcome.Passed) {
            return options.good() ? outcome : new Outcome.Failed(Reason.BAD_TXT);
        }
        boolean none = survey.system().stream().anyMatch(answer -> answer.said().gone());
        return none ? new Outcome.Passed() : outcome;
    }
}
