package dev.mendline.engine.sighting;

import dev.mendline.engine.pattern.LinePattern;
import dev.mendline.engine.pattern.MatchResult;
import dev.mendline.engine.pattern.Text;
import dev.mendline.engine.redaction.Redactor;
import java.util.Locale;
import java.util.Set;

/** Removal of hosts that are not listed from texts, because they may be parts of a password. */
final class UnlistedHosts {
    static final String MARK = "‹unlisted host›";

    /** Names of hosts that are words of other texts. They are hidden only as a part of what may be a password. */
    private static final Set<String> COMMON_HOSTS = Set.of(
            "localhost",
            "mongo",
            "mongodb",
            "mongod",
            "mongos",
            "db",
            "database",
            "server",
            "cluster",
            "primary",
            "secondary",
            "arbiter",
            "replica",
            "shard",
            "router",
            "node",
            "host",
            "client",
            "driver",
            "connection",
            "service",
            "error",
            "timeout");

    private static final LinePattern TOKEN = LinePattern.compile("[^\\s\"'(){}\\[\\]<>,]+", false);
    private static final LinePattern NODE =
            LinePattern.compile("(?P<host>[A-Za-z0-9][A-Za-z0-9._-]*):[0-9]{2,5}(?:[^0-9:]|$)", false);
    /** Source position of a program, such as {@code Main.java:12}, rather than a port of a host. */
    private static final LinePattern PLACE = LinePattern.compile(
            "\\.(?:java|kt|scala|js|mjs|cjs|ts|py|rb|go|rs|cs|php|c|cpp|h|ex|dart|pm):[0-9]+|^[0-9:.,TZ+-]+$", false);

    private UnlistedHosts() {}

    /** Replaces hosts that are not listed, with everything attached to them without a space. */
    static String hidden(String clean, Set<String> unlisted) {
        return unlisted.isEmpty()
                ? clean
                : TOKEN.replaceAll(clean, token -> {
                    String folded = token.group().toLowerCase(Locale.ROOT);
                    return unlisted.stream().anyMatch(host -> names(folded, host)) ? MARK : token.group();
                });
    }

    /** Returns true if a token contains a host: a name without dots only as a whole word, a common one only beside an @. */
    private static boolean names(String token, String host) {
        if (host.indexOf('.') >= 0) {
            return token.contains(host);
        }
        int at = isHarmless(token, host) ? -1 : token.indexOf(host);
        while (at >= 0) {
            if (!isOfName(token, at - 1) && !isOfName(token, at + host.length())) {
                return true;
            }
            at = token.indexOf(host, at + 1);
        }
        return false;
    }

    private static boolean isHarmless(String token, String host) {
        return COMMON_HOSTS.contains(host)
                && token.replace(Redactor.MARK + "@", "").indexOf('@') < 0;
    }

    private static boolean isOfName(String token, int at) {
        return at >= 0
                && at < token.length()
                && (Character.isLetterOrDigit(token.charAt(at)) || "-_.".indexOf(token.charAt(at)) >= 0);
    }

    /** Replaces what looks like an unlisted host with a port, because it may be part of a password. */
    static String withoutNodes(String clean, Deployments deployments) {
        return TOKEN.replaceAll(clean, token -> {
            Text text = Text.of(token.group());
            MatchResult node = NODE.first(text);
            String host = node == null ? null : node.group("host");
            boolean isShown = host == null
                    || deployments.listed(host)
                    || PLACE.isIn(text)
                    || isHarmless(token.group(), host.toLowerCase(Locale.ROOT));
            return isShown ? token.group() : MARK;
        });
    }
}
