package dev.mendline.engine.redaction;

import dev.mendline.engine.pattern.LinePattern;
import dev.mendline.engine.pattern.MatchResult;
import dev.mendline.engine.pattern.Text;
import java.util.Locale;

/**
 * Redaction of user and password in URIs (RFC 3986, section 3.2.1) in any form: plain, with escaped slashes,
 * percent-encoded, cut off, or with characters that should have been encoded. It removes everything between the scheme
 * and the last {@code @} before the host.
 */
final class UserInfo {
    private static final LinePattern SCHEME = LinePattern.compile(
            "(?:mongodb(?:(?:\\+|%2B)srv)?|[a-z][a-z0-9+.-]{0,30})(?::(?:\\\\{0,4}(?:/|u002f)){2}|%3A(?:%2F){2}|%3A//)",
            true);
    /** Pattern that occurs in every scheme. Most texts do not contain it and need no further search. */
    private static final LinePattern SLASHES = LinePattern.compile("//|/\\\\|u002f|%3A", true);
    /** An @ after a space or quote belongs to the string only if a host of a connection string follows. */
    private static final LinePattern LATER_HOST =
            LinePattern.compile("@[A-Za-z0-9][A-Za-z0-9.-]*(?:mongodb|:[0-9]{2,5}\\b|/|,[A-Za-z0-9])", false);

    private static final String PACKAGES = "node_modules/";
    private static final int LINE = 512;

    private final String text;
    private final StringBuilder clean;
    /** End of the last inspected run of characters without spaces and quotes, and its last @. */
    private int runEnd;

    private int lastAt = -1;

    private UserInfo(String text) {
        this.text = text;
        this.clean = new StringBuilder(text.length());
    }

    static String takenOut(String text) {
        return BareUserInfo.takenOut(new UserInfo(text).schemes());
    }

    private String schemes() {
        Text whole = Text.of(text);
        if (!SLASHES.isIn(whole)) {
            return text;
        }
        MatchResult scheme = SCHEME.first(whole);
        int from = 0;
        while (scheme != null) {
            int start = scheme.end();
            int end = secretEnd(start, text.substring(scheme.start(), start));
            clean.append(text, from, start).append(end > start ? Redactor.MARK : "");
            from = Math.max(end, start);
            scheme = from < text.length() ? SCHEME.find(whole, 0, text.length(), from) : null;
        }
        return clean.append(text, from, text.length()).toString();
    }

    /** Returns the index of the @, or another end of the secret; {@code start} if there is none. */
    private int secretEnd(int start, String scheme) {
        look(start);
        if (scheme.toUpperCase(Locale.ROOT).endsWith("%2F")) {
            int encoded = text.lastIndexOf("%40", runEnd - 1);
            return Math.max(encoded, start);
        }
        if (!scheme.regionMatches(true, 0, "mongodb", 0, 7)) {
            return Math.max(lastAt, start);
        }
        int later = laterAt(runEnd);
        if (later > start) {
            return later;
        }
        return lastAt >= start ? lastAt : userWithColon(start) ? runEnd : start;
    }

    /** Inspects the run at a position; each run once, however many schemes it contains. */
    private void look(int start) {
        if (start < runEnd) {
            return;
        }
        lastAt = -1;
        runEnd = start;
        while (runEnd < text.length()
                && !Character.isWhitespace(text.charAt(runEnd))
                && "\"'`<>".indexOf(text.charAt(runEnd)) < 0) {
            lastAt = text.charAt(runEnd) == '@' ? runEnd : lastAt;
            runEnd++;
        }
    }

    private int laterAt(int from) {
        int end = from;
        while (end < text.length() && end < from + LINE && text.charAt(end) != '\n') {
            end++;
        }
        String line = text.substring(from, end);
        int at = -1;
        for (MatchResult host : LATER_HOST.all(Text.of(line), LINE)) {
            // Another string that starts before has its own @.
            if (line.substring(0, host.start()).contains("://")) {
                break;
            }
            at = isPackage(line, host.start()) ? at : from + host.start();
        }
        return at;
    }

    /** Returns true for the @ of a package's scope in a path of Node.js, such as {@code node_modules/@nestjs/mongoose}. */
    private static boolean isPackage(String line, int at) {
        return line.startsWith(PACKAGES, at - PACKAGES.length());
    }

    private boolean userWithColon(int start) {
        int colon = start;
        while (colon < runEnd && text.charAt(colon) != ':') {
            colon++;
        }
        int digits = colon + 1;
        while (digits < runEnd && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        boolean port = digits > colon + 1
                && digits - colon <= 6
                && (digits == runEnd || ",/?".indexOf(text.charAt(digits)) >= 0);
        return colon < runEnd && !port;
    }
}
