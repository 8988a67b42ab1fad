package dev.mendline.engine.recognition;

import dev.mendline.engine.catalog.Signature;
import dev.mendline.engine.pattern.MatchResult;
import dev.mendline.model.log.Captures;
import dev.mendline.model.net.HostNames;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One match of a signature in a text.
 *
 * @param start first character of the match
 * @param end end of the match, exclusive, in characters of the text
 * @param depth depth of the match in the chain of causes
 * @param hostIsNode true if the captured host is a node's name rather than an SRV name
 */
record Match(Signature signature, int start, int end, int depth, Captures captures, boolean hostIsNode) {
    private static final int MAX_PORT = 65_535;

    /** Creates a match with its own captures. If it captures no host, the host comes from the passage around it. */
    static Match of(Signature signature, MatchResult found, int depth, @Nullable Passage about) {
        String srv = found.group("srv");
        Captures own = new Captures(
                host(srv != null ? srv : found.group("host")),
                number(found.group("port"), MAX_PORT),
                found.group("address"),
                number(found.group("code"), 999_999),
                found.group("codeName"),
                number(found.group("limit"), Integer.MAX_VALUE),
                ProtocolCodes.RCODE.of(found.group("rcode")),
                ProtocolCodes.ALERT.of(found.group("alert")));
        boolean isSaid = own.host() != null || (own.address() != null && (about == null || about.name() == null));
        Captures captures = isSaid || about == null ? own : with(own, about);
        boolean isNode = own.host() != null ? srv == null : captures.host() != null && !isLookup(about);
        return new Match(signature, found.start(), found.end(), depth, captures, isNode);
    }

    /** Returns the id of the symptom or hint. */
    String id() {
        return signature.symptom();
    }

    /** Returns all captures; the first match with a value determines it. */
    static Captures captures(List<Match> matches) {
        return matches.stream().map(Match::captures).reduce(Captures.NONE, Captures::or);
    }

    static List<String> hosts(List<Match> matches) {
        return matches.stream()
                .map(match -> match.captures().host())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Returns true if any captured host is a node's name. */
    static boolean hostIsNode(List<Match> matches) {
        return matches.stream().anyMatch(Match::hostIsNode);
    }

    private static boolean isLookup(@Nullable Passage about) {
        return about != null && about.isLookup();
    }

    private static Captures with(Captures own, Passage about) {
        Integer port = number(about.port(), MAX_PORT);
        return new Captures(
                host(about.name()),
                port != null ? port : own.port(),
                own.address() != null ? own.address() : about.address(),
                own.code(),
                own.codeName(),
                own.limit(),
                own.rcode(),
                own.alert());
    }

    private static @Nullable String host(@Nullable String captured) {
        if (captured == null) {
            return null;
        }
        String name = HostNames.canonical(captured.replaceAll("[.:]+$", ""));
        return HostNames.isName(name) ? name : null;
    }

    private static @Nullable Integer number(@Nullable String digits, int max) {
        if (digits == null || digits.length() > 9) {
            return null;
        }
        int number = Integer.parseInt(digits);
        return number <= max ? number : null;
    }
}
