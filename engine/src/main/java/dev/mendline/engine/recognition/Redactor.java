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
        int at = last(text, '@', start, run);
        if (at >= 0) {
            return at;
        }
        if (!mongodb || !userWithColon(text, start, run)) {
            return start;
        }
        // A password with a space or a quote in it ends the run early, but the @ is still to come in the same line;
        // without one the text was cut off inside the user-info.
        int later = last(text, '@', run, lineEnd(text, run));
        return later >= 0 ? later : run;
    }

    private static int last(String text, char wanted, int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (text.charAt(i) == wanted) {
                return i;
            }
        }
        return -1;
    }

    private static boolean userWithColon(String text, int start, int run) {
        int colon = start;
        while (colon < run && text.charAt(colon) != ':') {
            colon++;
        }
        int digits = colon + 1;
        while (digits < run && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        boolean port =
                digits > colon + 1 && digits - colon <= 6 && (digits == run || ",/?".indexOf(text.charAt(digits)) >= 0);
        return colon < run && !port;
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

    /** A user-info is not longer than this beyond its first space. */
    private static int lineEnd(String text, int from) {
        int end = from;
        while (end < text.length() && end < from + 512 && text.charAt(end) != '\n') {
            end++;
        }
        return end;
    }
}
