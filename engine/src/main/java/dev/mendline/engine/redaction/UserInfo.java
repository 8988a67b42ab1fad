package dev.mendline.engine.redaction;

import dev.mendline.engine.pattern.LinePattern;
import dev.mendline.engine.pattern.MatchResult;
import dev.mendline.engine.pattern.Text;
import java.util.Locale;

/**
 * User and password in URIs (RFC 3986, section 3.2.1), however they are written: plain, with escaped slashes, percent
 * encoded as a whole, cut off, with characters that would have had to be encoded. Between the scheme and the last
 * {@code @} before the host nothing is kept.
 */
final class UserInfo {
    private static final LinePattern SCHEME = LinePattern.compile(
            "(?:mongodb(?:(?:\\+|%2B)srv)?|[a-z][a-z0-9+.-]{0,30})(?::(?:\\\\{0,4}(?:/|u002f)){2}|%3A(?:%2F){2}|%3A//)",
            true);
    /** One of these stands in every scheme; most texts hold none, and are not searched for the many ways to write one. */
    private static final LinePattern SLASHES = LinePattern.compile("//|/\\\\|u002f|%3A", true);
    /** An @ behind a space or a quote belongs to the string only when a host of a connection string follows. */
    private static final LinePattern LATER_HOST =
            LinePattern.compile("@[A-Za-z0-9][A-Za-z0-9.-]*(?:mongodb|:[0-9]{2,5}\\b|/|,[A-Za-z0-9])", false);

    private static final int LINE = 512;

    private final String text;
    private final StringBuilder clean;
    /** The run of characters without space or quote that was looked at last, and its last @. */
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

    /** Index of the @, or where the secret ends otherwise; {@code start} when there is none. */
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

    /** Each run is looked at once, however many schemes stand in it. */
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
            // Another string that begins meanwhile has its own.
            if (line.substring(0, host.start()).contains("://")) {
                break;
            }
            at = from + host.start();
        }
        return at;
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
