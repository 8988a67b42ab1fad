package dev.mendline.ingest;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parser of lines that are not JSON: container prefix, time and severity. */
final class PlainText {
    private static final char ESCAPE = '\u001B';
    /** Terminal control sequences (ECMA-48). */
    private static final Pattern TERMINAL =
            Pattern.compile("\u001B(?:\\[[0-9;:?]*+[ -/]*+[@-~]|\\][^\u0007\u001B]*+(?:\u0007|\u001B\\\\))");
    /** Prefix in container log files (Kubernetes CRI): time, stream, full or partial. */
    private static final Pattern CRI =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\S{0,20}) (?:stdout|stderr) [FP](?: |$)");

    private PlainText() {}

    /** Line without its end, colors and container prefix, with the prefix's time. */
    record Bare(@Nullable Instant time, String text) {}

    static Bare bare(String line) {
        String plain = line.indexOf(ESCAPE) < 0 ? line : TERMINAL.matcher(line).replaceAll("");
        int end = plain.length();
        while (end > 0 && (plain.charAt(end - 1) == '\n' || plain.charAt(end - 1) == '\r')) {
            end--;
        }
        Matcher cri = CRI.matcher(plain).region(0, end);
        return cri.lookingAt()
                ? new Bare(Times.atStart(plain), plain.substring(cri.end(), end))
                : new Bare(null, plain.substring(0, end));
    }

    /** Completes the event with time and severity from the start of its text. */
    static PartialEvent complete(PartialEvent draft) {
        return draft.or(
                draft.time() == null ? Times.atStart(draft.text()) : null,
                draft.severity() == null ? Levels.inLine(draft.text()) : null,
                null);
    }
}
