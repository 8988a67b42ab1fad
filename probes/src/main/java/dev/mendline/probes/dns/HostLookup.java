package dev.mendline.probes.dns;

import dev.mendline.model.HostFacts;
import dev.mendline.probes.spi.Resolvers;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** The addresses of a host: A and AAAA in one survey. */
public record HostLookup(Survey survey) {
    /** A host that a request names always fits: the guard has let nothing longer through. */
    public static HostLookup of(Resolvers resolvers, String host, Duration limit) throws InterruptedException {
        Name name = Survey.absolute(host).orElseThrow();
        return new HostLookup(Survey.of(resolvers, name, List.of(Type.A, Type.AAAA), limit));
    }

    /** Of the first good answer; in the order in which they stand there, IPv4 before IPv6. */
    public List<InetAddress> addresses() {
        return survey.good()
                .map(answer -> answer.records().stream()
                        .flatMap(HostLookup::address)
                        .distinct()
                        .limit(HostFacts.MAX_ADDRESSES)
                        .toList())
                .orElse(List.of());
    }

    /** Whether only a reference resolver knew it. */
    public boolean byReferenceOnly() {
        Optional<Answer> good = survey.good();
        return good.isPresent() && !survey.system().contains(good.get());
    }

    private static Stream<InetAddress> address(Record each) {
        if (each instanceof ARecord a) {
            return Stream.of(a.getAddress());
        }
        return each instanceof AAAARecord aaaa ? Stream.of(aaaa.getAddress()) : Stream.empty();
    }
}
