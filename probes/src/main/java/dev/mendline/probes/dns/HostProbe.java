package dev.mendline.probes.dns;

import dev.mendline.model.facts.Difference;
import dev.mendline.model.facts.HostFacts;
import dev.mendline.model.facts.ProbeKind;
import dev.mendline.model.net.HostNames;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.guard.SpecialAddress;
import dev.mendline.probes.spi.Observation;
import dev.mendline.probes.spi.Probe;
import dev.mendline.probes.spi.ProbeSettings;
import dev.mendline.probes.spi.Subject;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/**
 * Probe that resolves a node's name (A and AAAA) at every resolver, as {@code dig NODE} does; without a node, the
 * deployment's name. If no resolvers are configured for the zone, this host's own lookup decides, because programs on
 * it use nothing else.
 */
public final class HostProbe implements Probe {
    private final Duration limit;
    private final SystemLookup ofThisHost;

    public HostProbe(ProbeSettings settings) {
        this(settings, SystemLookup.OF_THIS_HOST);
    }

    HostProbe(ProbeSettings settings, SystemLookup ofThisHost) {
        this.limit = settings.dnsQuery();
        this.ofThisHost = ofThisHost;
    }

    @Override
    public String id() {
        return ProbeKind.HOST.id();
    }

    @Override
    public List<String> names(Subject subject) {
        return List.of(subject.host());
    }

    @Override
    public Observation run(Subject subject) throws InterruptedException {
        if (!HostNames.isName(subject.host())) {
            return Observation.inconclusive(Reason.NOTHING_TO_PROBE, "The target is an address; DNS is not needed");
        }
        HostLookup lookup = HostLookup.bothWays(subject, limit, ofThisHost);
        List<InetAddress> addresses = lookup.addresses();
        List<Difference> differences = HostComparison.of(subject.host(), lookup);
        List<String> transcript = new ArrayList<>(lookup.transcript());
        if (addresses.isEmpty() && hasSrv(subject, transcript)) {
            differences.add(Difference.SRV_WITHOUT_ADDRESS);
        }
        differences.forEach(difference -> transcript.add(ResolverComparison.words(difference)));
        addresses.forEach(address -> transcript.add("  " + text(address)));
        SystemAnswer own = lookup.own();
        HostFacts facts = new HostFacts(
                subject.host(),
                lookup.survey().systemSummaries(),
                lookup.survey().referenceSummaries(),
                addresses.stream().map(InetAddress::getHostAddress).toList(),
                addresses.stream()
                        .anyMatch(address -> SpecialAddress.of(address).isPresent()),
                own == null ? null : own.facts(),
                differences);
        return new Observation(lookup.outcome(), facts, transcript);
    }

    /** Checks a name without addresses for an SRV record: it may be a name for {@code mongodb+srv://}. */
    private boolean hasSrv(Subject subject, List<String> transcript) throws InterruptedException {
        Optional<Name> question = ResolverSurvey.absolute(SeedList.SERVICE + subject.host());
        if (question.isEmpty()) {
            return false;
        }
        ResolverSurvey survey = ResolverSurvey.asDriver(subject.resolvers(), question.get(), List.of(Type.SRV), limit);
        transcript.addAll(survey.transcript());
        return survey.good().isPresent();
    }

    private static String text(InetAddress address) {
        return address.getHostAddress()
                + SpecialAddress.of(address).map(kind -> " (" + kind + ")").orElse("");
    }
}
