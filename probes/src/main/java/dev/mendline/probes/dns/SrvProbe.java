package dev.mendline.probes.dns;

import dev.mendline.model.facts.Difference;
import dev.mendline.model.facts.ProbeKind;
import dev.mendline.model.facts.SrvFacts;
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
import java.util.Optional;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/** Probe that resolves the SRV record at every resolver, as {@code dig SRV _mongodb._tcp.TARGET} does. */
public final class SrvProbe implements Probe {
    private final Duration limit;

    public SrvProbe(ProbeSettings settings) {
        this.limit = settings.dnsQuery();
    }

    @Override
    public String id() {
        return ProbeKind.SRV.id();
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
        Optional<Name> question = ResolverSurvey.absolute(SeedList.SERVICE + subject.target());
        if (question.isEmpty()) {
            return Observation.inconclusive(
                    Reason.NOTHING_TO_PROBE, "The name with " + SeedList.SERVICE + " before it is too long for DNS");
        }
        ResolverSurvey survey = ResolverSurvey.bothWays(subject.resolvers(), question.get(), List.of(Type.SRV), limit);
        SeedList seeds = SeedList.of(subject.target(), survey.records());
        List<Difference> differences = ResolverComparison.of(survey);
        if (seeds.outsideParent()) {
            differences.add(Difference.OUTSIDE_PARENT);
        }
        SrvFacts facts = new SrvFacts(
                survey.name().toString(true),
                survey.systemSummaries(),
                survey.referenceSummaries(),
                seeds.nodes(),
                seeds.outsideParent(),
                differences);
        return new Observation(outcome(survey, seeds), facts, transcript(survey, seeds, differences));
    }

    private static Outcome outcome(ResolverSurvey survey, SeedList seeds) {
        Outcome outcome = survey.outcome();
        return outcome instanceof Outcome.Passed
                ? seeds.flaw().<Outcome>map(Outcome.Failed::new).orElse(outcome)
                : outcome;
    }

    private static List<String> transcript(ResolverSurvey survey, SeedList seeds, List<Difference> differences) {
        List<String> lines = new ArrayList<>(survey.transcript());
        differences.forEach(difference -> lines.add(ResolverComparison.words(difference)));
        if (seeds.unusable()) {
            lines.add("A record names no host, or port 0");
        }
        seeds.nodes().forEach(node -> lines.add("  " + node));
        return lines;
    }
}
