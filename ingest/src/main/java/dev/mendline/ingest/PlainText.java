package dev.mendline.ingest;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A line that is not JSON: what stands before the text, and what its head says of time and level. */
final class PlainText {
    private static final char ESCAPE = '\u001B';
    /** Control and operating-system commands of a terminal (ECMA-48). */
    private static final Pattern TERMINAL =
            Pattern.compile("\u001B(?:\\[[0-9;:?]*+[ -/]*+[@-~]|\\][^\u0007\u001B]*+(?:\u0007|\u001B\\\\))");
    /** The prefix of a container's log file (Kubernetes, CRI): time, stream, full or partial. */
    private static final Pattern CRI =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\S{0,20}) (?:stdout|stderr) [FP](?: |$)");

    private PlainText() {}

    /** A line without its end, colours and container prefix, and the time that the prefix had. */
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

    /** What the draft does not know of time and level, as the head of its text tells it. */
    static PartialEvent complete(PartialEvent draft) {
        return draft.or(
                draft.time() == null ? Times.atStart(draft.text()) : null,
                draft.severity() == null ? Levels.inLine(draft.text()) : null,
                null);
    }
}
