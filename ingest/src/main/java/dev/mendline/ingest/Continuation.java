package dev.mendline.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.regex.Pattern;

/** Detector of lines that continue an event, such as a stack trace or dump. */
final class Continuation {
    /** Maximum number of bytes of a line that are inspected. */
    private static final int HEAD = 400;

    /** Lines that continue any event: indented lines, closing brackets, separators within traces. */
    private static final Pattern ALWAYS = Pattern.compile("[ \\t]+\\S|[}\\])]"
            + "|(?:Caused by|Suppressed|Wrapped by|Stack trace|Stacktrace):|\\.\\.\\. \\d+ |#\\d+ "
            + "|The above exception was the direct cause|During handling of the above exception"
            + "|--- End of |\\[signal |goroutine \\d+ \\[");
    /** Full name of an exception, which loggers print on the line after the message. */
    private static final Pattern EXCEPTION =
            Pattern.compile("(?:[a-zA-Z_$][\\w$]*+\\.)++[A-Z][\\w$]*(?:Exception|Error|Throwable|Failure|Timeout)\\b");

    private static final String TRACEBACK = "Traceback (most recent call last)";
    private static final Pattern CHAINS = Pattern.compile("The above exception|During handling of the above");
    private static final Pattern GOROUTINE = Pattern.compile("goroutine \\d+ \\[");
    private static final Pattern GO_FRAME = Pattern.compile("[\\w./*()\\[\\]{}\\-]+\\(.*\\)$|created by |exit status ");

    private enum Within {
        LINES,
        /** Python traceback whose exception has not been named yet. */
        TRACEBACK,
        GOROUTINE
    }

    private Within within = Within.LINES;
    /** True if the event's first line has a time or severity, so that a logger wrote it. */
    private boolean logged;

    private boolean traced;
    private boolean chained;

    /**
     * Returns true if the line continues the event.
     *
     * @param after true if an open event precedes the line
     * @param afterBlank true if blank lines are in between
     */
    boolean takes(byte[] bytes, boolean after, boolean afterBlank) {
        String line = new String(bytes, 0, Math.min(bytes.length, HEAD), ISO_8859_1);
        boolean goesOn = after && goesOn(line, afterBlank);
        if (!goesOn) {
            logged = Times.atStart(line) != null || Levels.inLine(line) != null;
            within = Within.LINES;
            traced = false;
        }
        chained = CHAINS.matcher(line).lookingAt();
        if (line.startsWith(TRACEBACK)) {
            within = Within.TRACEBACK;
            traced = true;
        } else if (GOROUTINE.matcher(line).lookingAt()) {
            within = Within.GOROUTINE;
        } else if (within == Within.TRACEBACK && !isIndented(line)) {
            within = Within.LINES;
        }
        return goesOn;
    }

    private boolean goesOn(String line, boolean afterBlank) {
        if (line.startsWith(TRACEBACK)) {
            return chained || (!traced && !afterBlank);
        }
        if (ALWAYS.matcher(line).lookingAt()) {
            return true;
        }
        return switch (within) {
            case TRACEBACK -> !afterBlank;
            case GOROUTINE -> !afterBlank && GO_FRAME.matcher(line).lookingAt();
            case LINES -> logged && !afterBlank && EXCEPTION.matcher(line).lookingAt();
        };
    }

    private static boolean isIndented(String line) {
        return line.startsWith(" ") || line.startsWith("\t");
    }
}
