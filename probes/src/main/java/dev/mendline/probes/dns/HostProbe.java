package dev.mendline.probes.dns;

import dev.mendline.model.facts.Difference;
import dev.mendline.model.facts.HostFacts;
import dev.mendline.model.facts.ProbeKind;
import dev.mendline.probes.guard.SpecialAddress;
import dev.mendline.probes.spi.Observation;
import dev.mendline.probes.spi.ProbeSettings;
import dev.mendline.probes.spi.Subject;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Probe that resolves a node's name (A and AAAA) at every resolver, as {@code dig NODE} does; without a node, the
 * deployment's name. If no resolvers are configured for the zone, this host's own lookup decides, because programs on
 * it use nothing else.
 */
public final class HostProbe extends DnsProbe {
    private final SystemLookup ofThisHost;

    public HostProbe(ProbeSettings settings) {
        this(settings, SystemLookup.OF_THIS_HOST);
    }

    HostProbe(ProbeSettings settings, SystemLookup ofThisHost) {
        super(ProbeKind.HOST, Subject::host, settings);
        this.ofThisHost = ofThisHost;
    }

    @Override
    Observation resolve(Subject subject) throws InterruptedException {
        HostLookup lookup = HostLookup.bothWays(subject, limit, ofThisHost);
        List<InetAddress> addresses = lookup.addresses();
        List<Difference> differences = Differences.of(subject.host(), lookup);
        List<String> answers = new ArrayList<>(lookup.transcript());
        if (addresses.isEmpty() && hasSrv(subject, answers)) {
            differences.add(Difference.SRV_WITHOUT_ADDRESS);
        }
        List<String> transcript = transcript(answers, differences);
        addresses.forEach(address -> transcript.add("  " + text(address)));
        SystemLookup.Answer own = lookup.own();
        HostFacts facts = new HostFacts(
                subject.host(),
                lookup.survey().systemSummaries(),
                lookup.survey().referenceSummaries(),
                addresses.stream().map(InetAddress::getHostAddress).toList(),
                addresses.stream().anyMatch(SpecialAddress::is),
                own == null ? null : own.facts(),
                differences);
        return new Observation(lookup.outcome(), facts, transcript);
    }

    /** Checks a name without addresses for an SRV record: it may be a name for {@code mongodb+srv://}. */
    private boolean hasSrv(Subject subject, List<String> transcript) throws InterruptedException {
        Optional<ResolverSurvey> survey = SeedList.asDriver(subject.resolvers(), subject.host(), limit);
        survey.ifPresent(each -> transcript.addAll(each.transcript()));
        return survey.flatMap(ResolverSurvey::good).isPresent();
    }

    private static String text(InetAddress address) {
        return address.getHostAddress()
                + SpecialAddress.of(address).map(kind -> " (" + kind + ")").orElse("");
    }
}
