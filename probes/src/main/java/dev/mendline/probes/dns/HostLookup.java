package dev.mendline.probes.dns;

import dev.mendline.model.facts.HostFacts;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.spi.Subject;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/**
 * The addresses of a host: A and AAAA in one survey, and where the zone is this host's own, what programs on it see.
 *
 * @param own null where the zone has resolvers of its own in the configuration
 */
public record HostLookup(ResolverSurvey survey, @Nullable OwnAnswer own) {
    /** The way of putting the question to all resolvers. */
    interface Asking {
        ResolverSurvey survey(Name name, List<Integer> types) throws InterruptedException;
    }

    /** For one who wants to connect: asks as a driver would, and no more. */
    public static HostLookup asDriver(Subject subject, Duration limit) throws InterruptedException {
        return of(
                subject,
                limit,
                OwnLookup.OF_THIS_HOST,
                (name, types) -> ResolverSurvey.asDriver(subject.resolvers(), name, types, limit));
    }

    /** For one who compares. */
    static HostLookup bothWays(Subject subject, Duration limit, OwnLookup ofThisHost) throws InterruptedException {
        return of(
                subject,
                limit,
                ofThisHost,
                (name, types) -> ResolverSurvey.bothWays(subject.resolvers(), name, types, limit));
    }

    /** A host that a request names always fits into DNS: the guard has let nothing longer through. */
    private static HostLookup of(Subject subject, Duration limit, OwnLookup ofThisHost, Asking asking)
            throws InterruptedException {
        boolean asked = subject.zone().resolvers().isEmpty();
        OwnLookup.Pending pending = asked ? ofThisHost.start(subject.host(), limit) : null;
        ResolverSurvey survey =
                asking.survey(ResolverSurvey.absolute(subject.host()).orElseThrow(), List.of(Type.A, Type.AAAA));
        return new HostLookup(survey, pending == null ? null : pending.await());
    }

    /** Those that a program would get: this host's own before the resolvers', IPv4 before IPv6. */
    public List<InetAddress> addresses() {
        return own != null && own.good() ? own.addresses() : addresses(survey.records());
    }

    static List<InetAddress> addresses(List<Record> records) {
        return records.stream()
                .flatMap(HostLookup::address)
                .distinct()
                .limit(HostFacts.MAX_ADDRESSES)
                .toList();
    }

    /** Whether only a reference resolver knew it. */
    public boolean byReferenceOnly() {
        Optional<ResolverReply> good = survey.good();
        return (own == null || !own.good())
                && good.isPresent()
                && !survey.system().contains(good.get());
    }

    /** What programs see, who ask this host where the zone is this host's own; the resolvers know better why not. */
    public Outcome outcome() {
        Outcome seen = survey.outcome();
        if (own == null) {
            return seen;
        }
        if (own.good()) {
            return new Outcome.Passed();
        }
        boolean late = own.status() == Reason.TIMED_OUT;
        return seen instanceof Outcome.Failed || (late && seen instanceof Outcome.Passed)
                ? seen
                : new Outcome.Failed(own.status());
    }

    /** As {@code dig} and {@code getent} would have shown it. */
    public List<String> transcript() {
        List<String> lines = new ArrayList<>(survey.transcript());
        if (own != null) {
            lines.add(own.line());
        }
        return lines;
    }

    private static Stream<InetAddress> address(Record each) {
        if (each instanceof ARecord a) {
            return Stream.of(a.getAddress());
        }
        return each instanceof AAAARecord aaaa ? Stream.of(aaaa.getAddress()) : Stream.empty();
    }
}
