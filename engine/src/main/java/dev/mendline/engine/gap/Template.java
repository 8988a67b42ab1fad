package dev.mendline.engine.gap;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.mendline.engine.recognition.CauseMarks;
import dev.mendline.engine.recognition.Recogniser;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What stays the same in texts that say the same: hosts, numbers, ids, times and quoted names are masked; error codes,
 * alert numbers and the words of errors are not, for a single one of them may be all that tells two errors apart.
 */
public final class Template {
    static final String HOST = "<host>";
    static final String NUMBER = "<n>";
    static final String TEXT = "<text>";
    static final int MAX = 600;
    private static final int MAX_LINE = 300;
    private static final int MAX_LINES = 5;

    private static final Pattern FRAME =
            Pattern.compile("^(?:at |\\.\\.\\. [0-9]+ |File \"|~~|\\^|[0-9]+: 0x|goroutine "
                    + "|\\[?[{}()\\]]*$|#[0-9]+ |from \\S+:[0-9]+:in )");
    private static final Pattern DECISIVE = Pattern.compile(
            "^(?:" + CauseMarks.CAUSE + "|" + CauseMarks.RESULT + ")|^[A-Za-z_][A-Za-z0-9_.$]*(?:Error|Exception)\\b");

    /** The first group is kept as it is, each other has its mask; in their order. */
    private static final Pattern VARIES = Pattern.compile(
            "((?i:\\bcode\\w*|\\berrno|alert number|\\berror|wire version|response code)[\"' ]{0,2}[:= (\\[]{1,3}-?[0-9]{1,6}\\b)"
                    + "|(\\b[a-z][a-z0-9+.-]*://\\S+)"
                    + "|([0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:.,]+(?:Z|[+-][0-9:]{4,6})?|\\b[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:[.,][0-9]+)?)"
                    + "|(\\b[0-9a-fA-F]{8}(?:-?[0-9a-fA-F]{4}){3}-?[0-9a-fA-F]{12}\\b|\\b[0-9a-f]{12,}\\b|0x[0-9a-fA-F]+|@[0-9a-f]{5,}\\b)"
                    + "|(\\[?(?:[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)+\\.(?:net|com|org|io|local|internal|dev|cloud|svc|cluster)|localhost)\\]?(?::[0-9]{1,5})?|\\b[a-z0-9][a-z0-9-]*:270[0-9]{2}\\b)"
                    + "|('[^'\\n]{1,120}'|\"[^\"\\n]{1,120}\"|`[^`\\n]{1,120}`)"
                    + "|(-?\\b[0-9]+(?:\\.[0-9]+)*)");

    private static final List<String> MASKS = List.of("", "", "<uri>", "<time>", "<id>", HOST, TEXT, NUMBER);

    private Template() {}

    /** The template of a text, at most {@value #MAX} characters, its lines parted by {@code " / "}. */
    public static String of(String text) {
        List<String> lines = Recogniser.legible(text)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !FRAME.matcher(line).find())
                .toList();
        if (lines.isEmpty()) {
            return "";
        }
        String first = lines.get(0);
        String all = lines.stream()
                .filter(line -> line.equals(first) || DECISIVE.matcher(line).find())
                .distinct()
                .limit(MAX_LINES)
                .map(line -> masked(line.length() > MAX_LINE ? line.substring(0, MAX_LINE) : line))
                .collect(Collectors.joining(" / "));
        return all.length() <= MAX ? all : all.substring(0, MAX);
    }

    /** One line with what varies masked. */
    static String masked(String line) {
        StringBuilder masked = new StringBuilder(line.length());
        Matcher varies = VARIES.matcher(line);
        int from = 0;
        while (varies.find()) {
            masked.append(line, from, varies.start()).append(mask(varies));
            from = varies.end();
        }
        return masked.append(line, from, line.length()).toString().replaceAll("\\s+", " ");
    }

    private static String mask(Matcher varies) {
        int group = 1;
        while (varies.group(group) == null) {
            group++;
        }
        boolean isSaid = group == 1 || (MASKS.get(group).equals(TEXT) && isPhrase(varies.group()));
        return isSaid ? varies.group() : MASKS.get(group);
    }

    /** Several words in quotes are what an error says; one word may be anybody's name. */
    private static boolean isPhrase(String quoted) {
        return quoted.substring(1, quoted.length() - 1).matches("[A-Za-z]+(?: [A-Za-z]+)+");
    }
}
