package dev.mendline.probes.dns;

import dev.mendline.model.facts.HostFacts;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.spi.Resolvers;
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
public record HostLookup(ResolverSurvey survey, SystemLookup.@Nullable Answer own) {
    /** Sends one question to all resolvers. */
    private interface Asking {
        ResolverSurvey survey(Resolvers resolvers, Name name, List<Integer> types, Duration limit)
                throws InterruptedException;
    }

    /** Looks a host up as a driver does, for a connection. */
    public static HostLookup asDriver(Subject subject, Duration limit) throws InterruptedException {
        return of(subject, limit, SystemLookup.OF_THIS_HOST, ResolverSurvey::asDriver);
    }

    /** Looks a host up with every query that the comparison of resolvers needs. */
    static HostLookup bothWays(Subject subject, Duration limit, SystemLookup ofThisHost) throws InterruptedException {
        return of(subject, limit, ofThisHost, ResolverSurvey::bothWays);
    }

    private static HostLookup of(Subject subject, Duration limit, SystemLookup ofThisHost, Asking asking)
            throws InterruptedException {
        // A host in a request always fits into DNS, because the guard allows no longer name.
        Name name = ResolverSurvey.absolute(subject.host()).orElseThrow();
        boolean asked = subject.zone().resolvers().isEmpty();
        SystemLookup.Pending pending = asked ? ofThisHost.start(subject.host(), limit) : null;
        ResolverSurvey survey = asking.survey(subject.resolvers(), name, List.of(Type.A, Type.AAAA), limit);
        return new HostLookup(survey, pending == null ? null : pending.await());
    }

    /** Returns what this host's own lookup found; empty if it found nothing or was not asked. */
    Optional<List<InetAddress>> found() {
        return own != null && own.good() ? Optional.of(own.addresses()) : Optional.empty();
    }

    /** Returns the addresses as a program gets them: this host's own lookup comes first, and IPv4 before IPv6. */
    public List<InetAddress> addresses() {
        return found().orElseGet(() -> addresses(survey.records()));
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
        return found().isEmpty()
                && survey.good().filter(good -> !survey.system().contains(good)).isPresent();
    }

    /** Returns the outcome for programs on this host. The resolvers give the better reason if its lookup fails. */
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
