package dev.mendline.engine.redaction;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.mendline.engine.pattern.LinePattern;
import dev.mendline.engine.pattern.MatchResult;
import dev.mendline.engine.pattern.Text;
import java.util.List;
import java.util.Locale;

/**
 * Removes secrets from a text before it is stored: user-info of URIs (see {@link UserInfo}), values of secret keys and
 * options, authorization headers, PEM keys, and matches of the operator's own rules. It rather removes too much than
 * too little. Its cost is linear in the text.
 */
public final class Redactor {
    public static final String MARK = "‹redacted›";

    /** Operator's own rule; every match is removed. */
    public record Rule(String name, Pattern pattern) {}

    private static final LinePattern KEY = LinePattern.compile(
            "(?:password|passwd|passphrase|passcode|pass|pwd|secret"
                    + "|api[_-]?key|access[_-]?key|private[_-]?key|token|credentials?)"
                    + "\\\\{0,4}[\"']?\\s{0,3}(?:=>|[=:])\\s{0,3}|\\bpassword\\s+\\\\{0,4}(?P<quote>['\"])",
            true);
    /** Pattern before a secret. {@code literal}, in lower case, occurs in every text that the pattern matches. */
    private record Carrier(String literal, LinePattern pattern) {}

    private static final List<Carrier> CARRIERS = List.of(
            carrier("--", "(?i)(?P<keep>--(?:password|pass|secret|token|api-key)[ =])(\\S+)"),
            carrier("-p", "(?P<keep>\\bmongo[a-z]*\\b[^\\n]{0,200}?\\s-p\\s?)(\\S+)"),
            carrier("password", "(?i)(?P<keep>--?(?:password|pass)[\"']\\s{0,3},\\s{0,3}[\"'])([^\"'\\n]+)"),
            carrier(
                    "_pass",
                    "(?i)(?P<keep>_pass(?:word)?\\\\{0,4}[\"']\\s{0,3},\\s{0,3}\\\\{0,4}[\"']value\\\\{0,4}[\"']\\s{0,3}:"
                            + "\\s{0,3}\\\\{0,4}[\"'])([^\"'\\n]+)"),
            carrier(
                    ".auth(",
                    "(?P<keep>\\.auth\\(\\s{0,3}[\"'][^\"'\\n]{0,100}[\"']\\s{0,3},\\s{0,3}[\"'])([^\"'\\n]+)"),
            carrier("<", "(?i)(?P<keep><(?:password|secret|token)>)([^<]+)"),
            carrier("bearer", "(?i)(?P<keep>\\bbearer\\s+)([A-Za-z0-9._~+/=-]{8,})"),
            carrier("basic", "(?i)(?P<keep>\\bbasic\\s+)([A-Za-z0-9._~+/=-]{8,})"),
            carrier("digest", "(?i)(?P<keep>\\bdigest\\s+)([A-Za-z0-9._~+/=-]{8,})"),
            carrier("authorization", "(?i)(?P<keep>\\b(?:proxy-)?authorization\\s{0,3}[:=]\\s{0,3})([^\\n\"']+)"),
            carrier("cookie", "(?i)(?P<keep>\\b(?:set-)?cookie\\s{0,3}[:=]\\s{0,3})([^\\n\"']+)"),
            carrier("invalid port", "(?P<keep>invalid port \":)([^\"]+)"),
            carrier("xox", "(?P<keep>(?:^|[^A-Za-z0-9])xox[a-z]-)([A-Za-z0-9._-]{8,})"),
            carrier("xapp-", "(?P<keep>(?:^|[^A-Za-z0-9])xapp-)([A-Za-z0-9._-]{8,})"),
            carrier("eyj", "(?P<keep>(?:^|[^A-Za-z0-9])eyJ)([A-Za-z0-9._-]{8,})"),
            carrier("-----begin", "(?P<keep>-----BEGIN [A-Z ]{1,40}-----)([^-]+)"));
    private static final List<String> HARMLESS = List.of("<hidden>", "null", "none", "true", "false", "***", MARK);

    private final List<Rule> rules;

    private static Carrier carrier(String literal, String pattern) {
        return new Carrier(literal, LinePattern.compile(pattern, false));
    }

    public Redactor(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    public String redact(String text) {
        String clean = values(UserInfo.takenOut(text));
        String folded = clean.toLowerCase(Locale.ROOT);
        for (Carrier carrier : CARRIERS) {
            if (folded.contains(carrier.literal())) {
                clean = carrier.pattern().replaceAll(clean, found -> found.group("keep") + MARK);
            }
        }
        for (Rule rule : rules) {
            clean = rule.pattern().matcher(clean).replaceAll(Matcher.quoteReplacement(MARK));
        }
        return clean;
    }

    /** Removes the values of keys that name a secret. */
    private static String values(String text) {
        Text whole = Text.of(text);
        MatchResult key = KEY.first(whole);
        StringBuilder clean = new StringBuilder(text.length());
        int from = 0;
        while (key != null) {
            int start = key.group("quote") != null ? key.end() - 1 : key.end();
            Span value = Span.value(text, start);
            String secret = text.substring(value.from(), value.to());
            clean.append(text, from, value.from()).append(HARMLESS.contains(secret) ? secret : MARK);
            from = value.to();
            key = from < text.length() ? KEY.find(whole, 0, text.length(), from) : null;
        }
        return clean.append(text, from, text.length()).toString();
    }

    /** Position of a value, without its quotes. */
    private record Span(int from, int to) {
        static Span value(String text, int at) {
            int quote = at < text.length() && text.charAt(at) == '[' ? at + 1 : at;
            while (quote < text.length() && text.charAt(quote) == '\\') {
                quote++;
            }
            boolean quoted = quote < text.length() && "\"'".indexOf(text.charAt(quote)) >= 0;
            return quoted ? quoted(text, quote, quote - at) : bare(text, at);
        }

        /** Returns the span up to the closing quote of the same escape depth, or else to the end of the line. */
        private static Span quoted(String text, int quote, int depth) {
            int escapes = 0;
            int end = quote + 1;
            while (end < text.length() && text.charAt(end) != '\n') {
                char c = text.charAt(end);
                if (c == text.charAt(quote) && escapes <= depth) {
                    return new Span(quote + 1, end - escapes);
                }
                escapes = c == '\\' ? escapes + 1 : 0;
                end++;
            }
            return new Span(quote + 1, end);
        }

        private static Span bare(String text, int at) {
            int end = at;
            while (end < text.length() && !ends(text, end)) {
                end++;
            }
            return new Span(at, end);
        }

        private static boolean ends(String text, int at) {
            char c = text.charAt(at);
            boolean lastComma = c == ',' && (at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1)));
            return Character.isWhitespace(c) || lastComma || ";&})]\"'".indexOf(c) >= 0;
        }
    }
}
