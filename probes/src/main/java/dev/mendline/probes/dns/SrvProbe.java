package dev.mendline.probes.dns;

import dev.mendline.model.facts.Difference;
import dev.mendline.model.facts.ProbeKind;
import dev.mendline.model.facts.SrvFacts;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.spi.Observation;
import dev.mendline.probes.spi.ProbeSettings;
import dev.mendline.probes.spi.Subject;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/** Probe that resolves the SRV record at every resolver, as {@code dig SRV _mongodb._tcp.TARGET} does. */
public final class SrvProbe extends DnsProbe {
    public SrvProbe(ProbeSettings settings) {
        super(ProbeKind.SRV, Subject::target, settings);
    }

    @Override
    Observation resolve(Subject subject) throws InterruptedException {
        Optional<Name> question = ResolverSurvey.absolute(SeedList.SERVICE + subject.target());
        if (question.isEmpty()) {
            return Observation.inconclusive(
                    Reason.NOTHING_TO_PROBE, "The name with " + SeedList.SERVICE + " before it is too long for DNS");
        }
        ResolverSurvey survey = ResolverSurvey.bothWays(subject.resolvers(), question.get(), List.of(Type.SRV), limit);
        SeedList seeds = SeedList.of(subject.target(), survey.records());
        List<Difference> differences = Differences.of(survey);
        if (seeds.outsideParent()) {
            differences.add(Difference.OUTSIDE_PARENT);
        }
        List<String> transcript = transcript(survey.transcript(), differences);
        if (seeds.unusable()) {
            transcript.add("A record names no host, or port 0");
        }
        seeds.nodes().forEach(node -> transcript.add("  " + node));
        SrvFacts facts = new SrvFacts(
                survey.name().toString(true),
                survey.systemSummaries(),
                survey.referenceSummaries(),
                seeds.nodes(),
                seeds.outsideParent(),
                differences);
        return new Observation(outcome(survey.outcome(), seeds), facts, transcript);
    }

    private static Outcome outcome(Outcome answered, SeedList seeds) {
        return answered instanceof Outcome.Passed
                ? seeds.flaw().<Outcome>map(Outcome.Failed::new).orElse(answered)
                : answered;
    }
}
