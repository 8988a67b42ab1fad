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
 * Addresses of a host: A and AAAA records, and this host's own lookup if the zone uses this host's resolvers.
 *
 * @param own null if resolvers are configured for the zone
 */
public record HostLookup(ResolverSurvey survey, @Nullable SystemAnswer own) {
    /** Sends one question to all resolvers. */
    interface Asking {
        ResolverSurvey survey(Name name, List<Integer> types) throws InterruptedException;
    }

    /** Looks a host up as a driver does, for a connection. */
    public static HostLookup asDriver(Subject subject, Duration limit) throws InterruptedException {
        return of(
                subject,
                limit,
                SystemLookup.OF_THIS_HOST,
                (name, types) -> ResolverSurvey.asDriver(subject.resolvers(), name, types, limit));
    }

    /** Looks a host up with every query that the comparison of resolvers needs. */
    static HostLookup bothWays(Subject subject, Duration limit, SystemLookup ofThisHost) throws InterruptedException {
        return of(
                subject,
                limit,
                ofThisHost,
                (name, types) -> ResolverSurvey.bothWays(subject.resolvers(), name, types, limit));
    }

    /** A host in a request always fits into DNS, because the guard allows no longer name. */
    private static HostLookup of(Subject subject, Duration limit, SystemLookup ofThisHost, Asking asking)
            throws InterruptedException {
        boolean asked = subject.zone().resolvers().isEmpty();
        SystemLookup.Pending pending = asked ? ofThisHost.start(subject.host(), limit) : null;
        ResolverSurvey survey =
                asking.survey(ResolverSurvey.absolute(subject.host()).orElseThrow(), List.of(Type.A, Type.AAAA));
        return new HostLookup(survey, pending == null ? null : pending.await());
    }

    /**
     * Returns the addresses as a program gets them: from this host's own lookup before the resolvers', IPv4 before
     * IPv6.
     */
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

    /** Returns true if only a reference resolver has addresses. */
    public boolean byReferenceOnly() {
        Optional<ResolverReply> good = survey.good();
        return (own == null || !own.good())
                && good.isPresent()
                && !survey.system().contains(good.get());
    }

    /**
     * Returns the outcome for programs on this host. If its own lookup fails, the resolvers' answers give the better
     * reason.
     */
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

    /** Returns lines as {@code dig} and {@code getent} print them. */
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
