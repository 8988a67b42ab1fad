package dev.mendline.lab.dns;

import dev.mendline.lab.dns.DnsServer.Query;
import dev.mendline.model.net.HostNames;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Predicates for questions, e.g. {@code under("q7f3k.mongodb.net").and(type("SRV"))}. */
public final class QueryFilter {
    private QueryFilter() {}

    /** Matches these names. */
    public static Predicate<Query> named(String... names) {
        Set<String> canonical = canonical(names);
        return query -> canonical.contains(query.name());
    }

    /** Matches these names and all names below them. */
    public static Predicate<Query> under(String... domains) {
        Set<String> canonical = canonical(domains);
        return query -> canonical.stream()
                .anyMatch(domain -> query.name().equals(domain) || query.name().endsWith("." + domain));
    }

    /** Matches these record types, e.g. {@code SRV}. */
    public static Predicate<Query> type(String... types) {
        Set<String> allowed = Set.of(types);
        return query -> allowed.contains(query.type());
    }

    public static Predicate<Query> over(DnsResponder.Transport transport) {
        return query -> query.transport() == transport;
    }

    private static Set<String> canonical(String... names) {
        return Arrays.stream(names).map(HostNames::canonical).collect(Collectors.toUnmodifiableSet());
    }
}
