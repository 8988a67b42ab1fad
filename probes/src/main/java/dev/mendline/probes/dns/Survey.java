package dev.mendline.probes.dns;

import dev.mendline.model.Outcome;
import dev.mendline.model.Reason;
import dev.mendline.model.ResolverAnswer;
import dev.mendline.probes.spi.Resolvers;
import dev.mendline.probes.spi.SideBySide;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * The same question to all resolvers at the same time.
 *
 * @param system one answer per resolver of the zone
 * @param reference one answer per reference resolver
 */
public record Survey(Name name, String types, List<Answer> system, List<Answer> reference) {
    public Survey {
        system = List.copyOf(system);
        reference = List.copyOf(reference);
    }

    public static Survey of(Resolvers resolvers, Name name, List<Integer> types, Duration limit)
            throws InterruptedException {
        List<InetSocketAddress> all = Stream.of(resolvers.system(), resolvers.reference())
                .flatMap(List::stream)
                .toList();
        List<DnsQuery> queries = new ArrayList<>();
        all.forEach(resolver -> types.forEach(type -> queries.add(new DnsQuery(resolver, name, type))));
        List<Answer> answers = SideBySide.each(queries, query -> query.ask(limit));
        List<Answer> merged = new ArrayList<>();
        for (int at = 0; at < answers.size(); at += types.size()) {
            merged.add(Answer.merged(answers.subList(at, at + types.size())));
        }
        int own = resolvers.system().size();
        String words = types.stream().map(Type::string).collect(Collectors.joining("/"));
        return new Survey(name, words, merged.subList(0, own), merged.subList(own, merged.size()));
    }

    /** The absolute name, so that no search path is applied; empty when DNS cannot hold it (RFC 1035: 255 bytes). */
    public static Optional<Name> absolute(String name) {
        try {
            return Optional.of(Name.fromString(name + "."));
        } catch (TextParseException e) {
            return Optional.empty();
        }
    }

    /** By the zone's own resolvers: a pass when one of them answered, as a stub resolver asks one after the other. */
    public Outcome outcome() {
        Set<Reason> statuses = system.stream().map(Answer::status).collect(Collectors.toSet());
        if (statuses.isEmpty()) {
            return new Outcome.Inconclusive(Reason.NOTHING_TO_PROBE);
        }
        if (statuses.contains(Reason.ANSWERED)) {
            return new Outcome.Passed();
        }
        if (statuses.size() > 1) {
            return new Outcome.Failed(Reason.DISAGREEMENT);
        }
        Reason reason = statuses.iterator().next();
        return reason == Reason.OTHER ? new Outcome.Inconclusive(reason) : new Outcome.Failed(reason);
    }

    /** The first good answer, of the zone's own resolvers before the reference resolvers. */
    public Optional<Answer> good() {
        return Stream.of(system, reference)
                .flatMap(List::stream)
                .filter(Answer::good)
                .findFirst();
    }

    public List<ResolverAnswer> systemSummaries() {
        return system.stream().map(Answer::summary).toList();
    }

    public List<ResolverAnswer> referenceSummaries() {
        return reference.stream().map(Answer::summary).toList();
    }

    /** As {@code dig} would have shown it, one line per resolver. */
    public List<String> transcript() {
        List<String> lines = new ArrayList<>();
        lines.add(types + " " + name.toString(true));
        system.forEach(answer -> lines.add(line("resolver", answer)));
        reference.forEach(answer -> lines.add(line("reference", answer)));
        return lines;
    }

    private static String line(String who, Answer answer) {
        ResolverAnswer said = answer.summary();
        return "  " + who + " " + said.resolver() + ": " + words(said) + " (" + said.transport() + ", " + said.millis()
                + " ms)";
    }

    private static String words(ResolverAnswer said) {
        return switch (said.status()) {
            case ANSWERED -> said.records() + (said.records() == 1 ? " record" : " records");
            case REFUSED -> "refused, nothing listens there";
            case TIMED_OUT -> "no answer";
            case UNREACHABLE -> "unreachable";
            case RESET -> "closed the connection without an answer";
            case NXDOMAIN -> "NXDOMAIN, no such name";
            case NODATA -> "NOERROR, no such record";
            case SERVFAIL -> "SERVFAIL";
            case RCODE_REFUSED -> "REFUSED, it will not answer us";
            case RCODE_OTHER -> "an error code other than NXDOMAIN, SERVFAIL and REFUSED";
            case MALFORMED -> "an answer that cannot be read";
            default -> "could not be asked";
        };
    }
}
