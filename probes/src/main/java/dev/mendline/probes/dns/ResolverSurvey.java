package dev.mendline.probes.dns;

import dev.mendline.model.facts.ResolverAnswer;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.spi.Observation;
import dev.mendline.probes.spi.ParallelChecks;
import dev.mendline.probes.spi.Resolvers;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * Answers of all resolvers to the same question, asked at the same time.
 *
 * @param system one answer per resolver of the zone
 * @param reference one answer per reference resolver
 */
public record ResolverSurvey(Name name, String types, List<Reply> system, List<Reply> reference) {
    /**
     * Answers of one resolver: to a question as drivers ask it, and to the same question over TCP.
     *
     * @param overTcp null if it was not asked over TCP
     */
    public record Reply(
            InetSocketAddress resolver,
            DnsAnswer said,
            @Nullable DnsAnswer overTcp) {
        boolean good() {
            return said.good();
        }

        public List<Record> records() {
            return said.records();
        }

        /**
         * Returns true if a driver gets no answer because the answer is large: it was truncated, or it arrives over TCP
         * and does not fit into a datagram. If a small answer arrives only over TCP, a datagram was lost.
         */
        boolean lost() {
            return said.unheard() && (said.cut() || (overTcp != null && overTcp.good() && overTcp.large()));
        }

        ResolverAnswer summary() {
            return new ResolverAnswer(
                    Resolvers.text(resolver),
                    said.transport(),
                    said.status(),
                    said.records().size(),
                    said.millis(),
                    (overTcp == null ? said : overTcp).status());
        }

        String line() {
            String way = said.cut() ? "tcp after a cut answer over udp" : said.transport();
            String line = Resolvers.text(resolver) + ": " + said.words() + " (" + way + ", " + said.millis() + " ms)";
            return overTcp == null ? line : line + "; over tcp: " + overTcp.words() + " (" + overTcp.millis() + " ms)";
        }
    }

    public ResolverSurvey {
        system = List.copyOf(system);
        reference = List.copyOf(reference);
    }

    /** Asks each resolver as a driver does, and at the same time over TCP. */
    static ResolverSurvey bothWays(Resolvers resolvers, Name name, List<Integer> types, Duration limit)
            throws InterruptedException {
        return of(resolvers, name, types, List.of(query -> query.asDriver(limit), query -> query.overTcp(limit)));
    }

    /** Asks each resolver as a driver does. */
    public static ResolverSurvey asDriver(Resolvers resolvers, Name name, List<Integer> types, Duration limit)
            throws InterruptedException {
        return of(resolvers, name, types, List.of(query -> query.asDriver(limit)));
    }

    private static ResolverSurvey of(
            Resolvers resolvers, Name name, List<Integer> types, List<Function<DnsQuery, DnsAnswer>> ways)
            throws InterruptedException {
        List<InetSocketAddress> all = Stream.of(resolvers.system(), resolvers.reference())
                .flatMap(List::stream)
                .toList();
        List<Supplier<DnsAnswer>> questions = new ArrayList<>();
        for (InetSocketAddress resolver : all) {
            ways.forEach(way ->
                    types.forEach(type -> questions.add(() -> way.apply(new DnsQuery(resolver, name, type)))));
        }
        Iterator<DnsAnswer> said = merged(ParallelChecks.each(questions, Supplier::get), types.size());
        List<Reply> answers = all.stream()
                .map(resolver -> new Reply(resolver, said.next(), ways.size() > 1 ? said.next() : null))
                .toList();
        int own = resolvers.system().size();
        String words = types.stream().map(Type::string).collect(Collectors.joining("/"));
        return new ResolverSurvey(name, words, answers.subList(0, own), answers.subList(own, answers.size()));
    }

    private static Iterator<DnsAnswer> merged(List<DnsAnswer> each, int types) {
        return IntStream.range(0, each.size() / types)
                .mapToObj(at -> DnsAnswer.merged(each.subList(at * types, (at + 1) * types)))
                .iterator();
    }

    /** Returns the absolute name, without search domains; empty if DNS cannot hold it (RFC 1035: 255 bytes). */
    public static Optional<Name> absolute(String name) {
        try {
            return Optional.of(Name.fromString(name + "."));
        } catch (TextParseException e) {
            return Optional.empty();
        }
    }

    /** Returns the outcome by the zone's resolvers. One answer is a pass, because a stub resolver asks them in turn. */
    public Outcome outcome() {
        Set<Reason> statuses =
                system.stream().map(reply -> reply.said().status()).collect(Collectors.toSet());
        if (statuses.isEmpty()) {
            return new Outcome.Inconclusive(Reason.NOTHING_TO_PROBE);
        }
        if (statuses.contains(Reason.ANSWERED)) {
            return new Outcome.Passed();
        }
        if (statuses.size() > 1) {
            return new Outcome.Failed(Reason.DISAGREEMENT);
        }
        return Observation.outcomeOf(statuses.iterator().next());
    }

    /** Returns the first good answer, from the zone's own resolvers before the reference resolvers. */
    public Optional<Reply> good() {
        return all().filter(Reply::good).findFirst();
    }

    /** Returns the records of the first good answer. If drivers get none, of the first good answer over TCP. */
    List<Record> records() {
        return good().map(Reply::said)
                .or(() -> all().flatMap(reply -> Stream.ofNullable(reply.overTcp()))
                        .filter(DnsAnswer::good)
                        .findFirst())
                .map(DnsAnswer::records)
                .orElse(List.of());
    }

    Stream<Reply> all() {
        return Stream.of(system, reference).flatMap(List::stream);
    }

    List<ResolverAnswer> systemSummaries() {
        return system.stream().map(Reply::summary).toList();
    }

    List<ResolverAnswer> referenceSummaries() {
        return reference.stream().map(Reply::summary).toList();
    }

    /** Returns lines as {@code dig} prints them, one per resolver. */
    public List<String> transcript() {
        List<String> lines = new ArrayList<>();
        lines.add(types + " " + name.toString(true));
        system.forEach(answer -> lines.add("  resolver " + answer.line()));
        reference.forEach(answer -> lines.add("  reference " + answer.line()));
        return lines;
    }
}
