package dev.mendline.engine.recognition;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;

/**
 * Takes secrets out of a text before anything is stored: user-info of any URI up to the last {@code @} before the host,
 * values of keys that name a secret, bearer tokens, and what the operator's own rules match. Cost is linear.
 */
public final class Redactor {
    public static final String MARK = "‹redacted›";

    /** An operator's own rule; its match, or its first group where it has one, is taken out. */
    public record Rule(String name, Pattern pattern) {}

    private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{0,30}://");
    private static final Pattern KEY_VALUE =
            Pattern.compile("(?i)((?:password|passwd|pwd|secret|api[_-]?key|access[_-]?key"
                    + "|private[_-]?key|client[_-]?secret|(?:access|refresh|session|auth|id)?[_-]?token|credentials?)"
                    + "[\"']?\\s{0,3}[=:]\\s{0,3})(\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|[^\\s,;&}\\])\"']+)");
    private static final Pattern BEARER =
            Pattern.compile("(?i)(\\b(?:bearer|basic|digest)\\s+)([A-Za-z0-9._~+/=-]{8,})");

    private final List<Rule> rules;

    public Redactor(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    public String redact(String text) {
        String clean = userInfo(text);
        clean = second(KEY_VALUE, clean);
        clean = second(BEARER, clean);
        for (Rule rule : rules) {
            clean = rule.pattern().matcher(clean).replaceAll(Matcher.quoteReplacement(MARK));
        }
        return clean;
    }

    private static String second(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        StringBuilder clean = new StringBuilder(text.length());
        int from = 0;
        while (found.find()) {
            boolean harmless = found.group(2).equals("<hidden>")
                    || found.group(2).equals("null")
                    || found.group(2).startsWith(MARK);
            clean.append(text, from, found.start(2)).append(harmless ? found.group(2) : MARK);
            from = found.end(2);
        }
        return clean.append(text, from, text.length()).toString();
    }

    /** Between {@code ://} and the last {@code @} before the host stands nothing that may be kept. */
    private static String userInfo(String text) {
        Matcher scheme = URI.matcher(text);
        StringBuilder clean = new StringBuilder(text.length());
        int from = 0;
        while (scheme.find(from)) {
            int start = scheme.end();
            int end = secretEnd(text, start, scheme.group().startsWith("mongodb"));
            clean.append(text, from, start);
            if (end > start) {
                clean.append(MARK);
            }
            from = Math.max(end, start);
            if (from >= text.length()) {
                break;
            }
        }
        return clean.append(text, from, text.length()).toString();
    }

    /** Index of the {@code @}, or where the secret ends otherwise; {@code start} when there is none. */
    private static int secretEnd(String text, int start, boolean mongodb) {
        int run = runEnd(text, start);
        int at = text.lastIndexOf('@', run - 1);
        if (at >= start) {
            return at;
        }
        if (!mongodb) {
            return start;
        }
        // A password with a space or a quote in it: the run ended early, but the @ of the same line is still to come.
        int line = lineEnd(text, run);
        int next = text.indexOf('@', run);
        if (next >= 0 && next < line && userWithColon(text, start, run)) {
            int last = text.lastIndexOf('@', line - 1);
            return last;
        }
        // Cut off before the @: user:password without a port that could be one.
        return userWithColon(text, start, run) ? run : start;
    }

    private static boolean userWithColon(String text, int start, int run) {
        int colon = text.indexOf(':', start);
        if (colon < 0 || colon >= run) {
            return false;
        }
        int digits = colon + 1;
        while (digits < run && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        boolean port =
                digits > colon + 1 && digits - colon <= 6 && (digits == run || ",/?".indexOf(text.charAt(digits)) >= 0);
        return !port;
    }

    private static int runEnd(String text, int start) {
        int end = start;
        while (end < text.length()
                && !Character.isWhitespace(text.charAt(end))
                && "\"'`<>".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static int lineEnd(String text, int from) {
        int newline = text.indexOf('\n', from);
        int end = newline < 0 ? text.length() : newline;
        return Math.min(end, from + 512);
    }
}
