package dev.mendline.engine.gap;

import dev.mendline.engine.pattern.LinePattern;
import dev.mendline.engine.pattern.MatchResult;
import dev.mendline.engine.pattern.Text;
import dev.mendline.engine.recognition.CauseMarks;
import dev.mendline.engine.recognition.Recognizer;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Fixed part of similar texts. Hosts, numbers, ids, times and quoted names are masked. Error codes, alert numbers and
 * words of errors are kept, because one of them may be the only difference between two errors.
 */
public final class Template {
    private static final String WHITE = " \t\n\u000b\f\r";
    static final String HOST = "<host>";
    static final String NUMBER = "<n>";
    static final String TEXT = "<text>";
    static final int MAX = 600;
    private static final int MAX_LINE = 300;
    private static final int MAX_LINES = 5;

    private static final LinePattern FRAME = LinePattern.compile(
            "at |\\.\\.\\. [0-9]+ |File \"|~~|\\^|[0-9]+: 0x|goroutine |\\[?[{}()\\]]*$|#[0-9]+ |from \\S+:[0-9]+:in ",
            false);
    private static final LinePattern DECISIVE = LinePattern.compile(
            CauseMarks.CAUSE + "|" + CauseMarks.RESULT + "|[A-Za-z_][A-Za-z0-9_.$]*(?:Error|Exception)\\b", false);

    /** Variable parts by matching group; the first group is kept. */
    private static final LinePattern VARIES = LinePattern.compile(
            "(?P<said>(?i:\\bcode\\w*|\\berrno|alert number|\\berror|wire version|response code)[\"' ]{0,2}[:= (\\[]{1,3}-?[0-9]{1,6}\\b)"
                    + "|(?P<uri>\\b[a-z][a-z0-9+.-]*://\\S+)"
                    + "|(?P<time>[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:.,]+(?:Z|[+-][0-9:]{4,6})?|\\b[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:[.,][0-9]+)?)"
                    + "|(?P<id>\\b[0-9a-fA-F]{8}(?:-?[0-9a-fA-F]{4}){3}-?[0-9a-fA-F]{12}\\b|\\b[0-9a-f]{12,}\\b|0x[0-9a-fA-F]+|@[0-9a-f]{5,}\\b)"
                    + "|(?P<host>\\[?(?:[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)+\\.(?:net|com|org|io|local|internal|dev|cloud|svc|cluster)|localhost)\\]?(?::[0-9]{1,5})?|\\b[a-z0-9][a-z0-9-]*:270[0-9]{2}\\b)"
                    + "|(?P<text>'[^'\\n]{1,120}'|\"[^\"\\n]{1,120}\"|`[^`\\n]{1,120}`)"
                    + "|(?P<n>-?\\b[0-9]+(?:\\.[0-9]+)*)",
            false);

    private static final List<String> MASKS = List.of("uri", "time", "id", "host", "n");
    /** Quoted phrases of several words, which are error text; a single quoted word may be a name. */
    private static final LinePattern PHRASE = LinePattern.compile("[A-Za-z]+(?: [A-Za-z]+)+", false);

    private Template() {}

    /** Returns the template of a text, at most {@value #MAX} characters, lines separated by {@code " / "}. */
    public static String of(String text) {
        List<String> lines = Recognizer.legible(text)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !begins(FRAME, line))
                .toList();
        if (lines.isEmpty()) {
            return "";
        }
        String first = lines.get(0);
        String all = lines.stream()
                .filter(line -> line.equals(first) || begins(DECISIVE, line))
                .distinct()
                .limit(MAX_LINES)
                .map(line -> masked(line.length() > MAX_LINE ? line.substring(0, MAX_LINE) : line))
                .collect(Collectors.joining(" / "));
        return all.length() <= MAX ? all : all.substring(0, MAX);
    }

    private static boolean begins(LinePattern pattern, String line) {
        return pattern.endAt(Text.of(line), 0, line.length(), 0) >= 0;
    }

    static String masked(String line) {
        return squeezed(VARIES.replaceAll(line, Template::mask));
    }

    private static String mask(MatchResult varies) {
        String words = varies.group();
        if (varies.group("said") != null) {
            return words;
        }
        if (varies.group("text") != null) {
            return isPhrase(words) ? words : TEXT;
        }
        return MASKS.stream()
                .filter(mask -> varies.group(mask) != null)
                .findFirst()
                .map(mask -> "<" + mask + ">")
                .orElseThrow();
    }

    private static boolean isPhrase(String quoted) {
        int end = quoted.length() - 1;
        return PHRASE.endAt(Text.of(quoted), 1, end, 1) == end;
    }

    /** Replaces each run of white space by one space. */
    private static String squeezed(CharSequence line) {
        StringBuilder squeezed = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            boolean isBlank = WHITE.indexOf(line.charAt(i)) >= 0;
            if (!isBlank || i == 0 || WHITE.indexOf(line.charAt(i - 1)) < 0) {
                squeezed.append(isBlank ? ' ' : line.charAt(i));
            }
        }
        return squeezed.toString();
    }
}
