package dev.mendline.probes.dns;

import dev.mendline.model.HostFacts;
import dev.mendline.probes.guard.SpecialAddress;
import dev.mendline.probes.spi.Observation;
import dev.mendline.probes.spi.Probe;
import dev.mendline.probes.spi.ProbeSettings;
import dev.mendline.probes.spi.Subject;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** {@code dig NODE} (A and AAAA) at every resolver; without a node, the deployment's own name. */
public final class HostProbe implements Probe {
    private final Duration limit;

    public HostProbe(ProbeSettings settings) {
        this.limit = settings.dnsQuery();
    }

    @Override
    public String id() {
        return "dns-host";
    }

    @Override
    public List<String> names(Subject subject) {
        return List.of(subject.host());
    }

    @Override
    public Observation run(Subject subject) throws InterruptedException {
        HostLookup lookup = HostLookup.of(subject.resolvers(), subject.host(), limit);
        Survey survey = lookup.survey();
        List<InetAddress> addresses = lookup.addresses();
        List<String> transcript = new ArrayList<>(survey.transcript());
        addresses.forEach(address -> transcript.add("  " + text(address)));
        HostFacts facts = new HostFacts(
                subject.host(),
                survey.systemSummaries(),
                survey.referenceSummaries(),
                addresses.stream().map(InetAddress::getHostAddress).toList(),
                addresses.stream()
                        .anyMatch(address -> SpecialAddress.of(address).isPresent()),
                null,
                List.of());
        return new Observation(survey.outcome(), facts, transcript);
    }

    private static String text(InetAddress address) {
        return address.getHostAddress()
                + SpecialAddress.of(address).map(kind -> " (" + kind + ")").orElse("");
    }
}
