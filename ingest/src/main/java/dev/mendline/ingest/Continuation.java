package dev.mendline.ingest;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Detector of lines that continue an event, such as a stack trace, a dump or a sentence that was broken. Each stream of
 * lines has its own.
 */
final class Continuation {
    /** Maximum number of characters of a line that are inspected. */
    static final int HEAD = 400;

    /** Result for lines that start an event. */
    static final int STARTS = -1;

    private static final int MAX_BRACKETED_LINES = 200;

    /** Frames and causes of traces, which continue any event, even after a prefix that was not known before. */
    private static final String TRACE =
            "[ \\t]+at \\S|at (?:async |new )?[\\w.$<>\\[\\]/ ]{1,200} ?\\((?!\\))|at (?:file:|node:|/)\\S"
                    + "|[ \\t]+File \"|[ \\t]+from \\S+:\\d|(?:Caused by|Suppressed|Wrapped by|Stack trace|Stacktrace):"
                    + "|[ \\t]*\\.\\.\\. \\d+ (?:more|common)|#\\d+ |The above exception was the direct cause"
                    + "|During handling of the above exception|[ \\t]*--- End of | +---> |\\[signal |goroutine \\d+ \\["
                    + "|Traceback \\(most recent call last\\)";

    static final Pattern IN_TRACE = Pattern.compile(TRACE);
    /** Lines that continue any event: indented lines, closing brackets, parts of traces. */
    private static final Pattern ALWAYS =
            Pattern.compile("[ \\t]+\\S|[}\\])]|: (?:[a-z_$][\\w$]*+\\.)++[A-Z]|" + TRACE);
    /** Full name of an exception, which loggers print on the line after the message. */
    private static final Pattern EXCEPTION =
            Pattern.compile("(?:[a-zA-Z_$][\\w$]*+\\.)++[A-Z][\\w$]*(?:Exception|Error|Throwable|Failure|Timeout)\\b");
    /** Short name of an exception, which follows the message of an error. */
    private static final Pattern SHORT_EXCEPTION =
            Pattern.compile("[A-Z]\\w{2,80}(?:Error|Exception)(?: \\[[^\\]]{1,80}])?:");

    private static final Pattern JSON_ERROR = Pattern.compile(
            "\"(?:level|severity|lvl|levelname|level_name|log\\.level)\": ?(?:\"(?i:err|warn|fatal|crit|sev)|[456]0)");
    /** Time before a line, which some tools print before each line. */
    private static final Pattern TIME = Pattern.compile(
            "(?:\\[?\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?(?:Z| ?[+-]\\d\\d:?\\d\\d)?]?|"
                    + Times.MONTH + " [ \\d]\\d \\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?|\\[?1\\d{9}\\.\\d{1,9}]?)(?: |$)");

    private static final Set<String> FAILURES = Set.of("WARN", "ERROR", "FATAL");
    private static final String TRACEBACK = "Traceback (most recent call last)";
    private static final Pattern CHAINS = Pattern.compile("The above exception|During handling of the above");
    private static final Pattern GOROUTINE = Pattern.compile("goroutine \\d+ \\[");
    private static final Pattern GO_FRAME = Pattern.compile("[\\w./*()\\[\\]{}\\-]+\\(.*\\)$|created by |exit status ");
    /** Beginning of a sentence whose end is an error on the next line, and an error whose host is on the next line. */
    private static final Pattern BROKEN_BEFORE_ERROR = Pattern.compile(".{0,300}[^:]: ?");

    private static final Pattern ERROR =
            Pattern.compile("(?:query(?:Srv|Txt)|getaddrinfo|connect|read|write) E[A-Z_]{4,20}\\b");
    private static final Pattern BROKEN_BEFORE_HOST =
            Pattern.compile(".{0,300}\\b(?:E[A-Z]{4,15}|EAI_[A-Z]{3,10}|lookup|host|server)[: ]*");
    private static final Pattern HOST = Pattern.compile(
            "[\"']?(?:_mongodb\\._tcp\\.)?[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+){2,}(?::\\d{1,5})?[\"']?[.,]?$");

    private enum Within {
        LINES,
        /** Python traceback whose exception has not been named yet. */
        TRACEBACK,
        GOROUTINE,
        /** Dump between brackets, the first of which ended a line. */
        BRACKETS
    }

    private Within within = Within.LINES;
    /** True if a logger wrote the event's first line: it has a time or severity, or is JSON. */
    private boolean logged;

    /** True if that line reports a failure. */
    private boolean failed;

    /** True if the event is one line so far and its severity is unknown, so that a traceback may belong to it. */
    private boolean mayFail;

    private boolean traced;
    private boolean chained;
    /** Number of open brackets, and of the lines since the first one. */
    private int depth;

    private int bracketed;
    private String last = "";

    /** Returns the length of the time before a line's own text; 0 if the line does not start with a time. */
    static int timeEnd(String line) {
        Matcher time = TIME.matcher(line);
        return time.lookingAt() ? time.end() : 0;
    }

    /**
     * Returns the position from which a line continues the event, after a time that each line has; {@link #STARTS} if
     * it starts one.
     *
     * @param line text after its prefix, at most {@link #HEAD} characters
     * @param after true if an open event precedes the line
     * @param afterBlank true if blank lines are in between
     */
    int takes(String line, boolean after, boolean afterBlank) {
        int time = timeEnd(line);
        String body = line.substring(time);
        boolean goesOn = after && (time == 0 ? goesOn(line, afterBlank) : goesOnAfterTime(body, afterBlank));
        if (!goesOn) {
            String level = Levels.inLine(line);
            logged = time > 0 || isJson(line) || Times.atStart(line) != null || level != null;
            failed = (level != null && FAILURES.contains(level))
                    || (isJson(line) && JSON_ERROR.matcher(line).find());
            mayFail = level == null && !isJson(line);
            within = Within.LINES;
            traced = false;
        }
        mayFail &= !goesOn;
        advance(body);
        last = body;
        return goesOn ? time : STARTS;
    }

    private void advance(String body) {
        chained = CHAINS.matcher(body).lookingAt();
        if (body.startsWith(TRACEBACK)) {
            within = Within.TRACEBACK;
            traced = true;
        } else if (GOROUTINE.matcher(body).lookingAt()) {
            within = Within.GOROUTINE;
        } else if (within == Within.TRACEBACK && !isIndented(body)) {
            within = Within.LINES;
        } else if (within == Within.LINES && endsWithBracket(body)) {
            within = Within.BRACKETS;
            depth = 0;
            bracketed = 0;
        }
        if (within == Within.BRACKETS) {
            depth += balance(body);
            bracketed++;
            if (depth <= 0 || bracketed > MAX_BRACKETED_LINES) {
                within = Within.LINES;
            }
        }
    }

    private boolean goesOn(String line, boolean afterBlank) {
        if (line.startsWith(TRACEBACK)) {
            return startsTraceback(afterBlank);
        }
        if (ALWAYS.matcher(line).lookingAt()) {
            return true;
        }
        return switch (within) {
            case TRACEBACK -> !afterBlank;
            case GOROUTINE -> !afterBlank && GO_FRAME.matcher(line).lookingAt();
            case BRACKETS -> !isLogged(line);
            case LINES -> !afterBlank && (isException(line) || isBroken(line));
        };
    }

    /** Judges a line with a time more strictly, because each event of a logger has one. */
    private boolean goesOnAfterTime(String body, boolean afterBlank) {
        if (body.isEmpty() || timeEnd(body) > 0) {
            return body.isEmpty();
        }
        if (body.startsWith(TRACEBACK)) {
            return startsTraceback(afterBlank);
        }
        if (IN_TRACE.matcher(body).lookingAt() || body.matches("[}\\])][}\\]),; ]*")) {
            return true;
        }
        return switch (within) {
            case TRACEBACK -> !afterBlank && !isLogged(body);
            case GOROUTINE -> !afterBlank && GO_FRAME.matcher(body).lookingAt();
            case BRACKETS -> !isLogged(body);
            case LINES ->
                !afterBlank
                        && isException(body)
                        && !isException(last)
                        && !IN_TRACE.matcher(last).lookingAt();
        };
    }

    /** Returns true for the exception that a logger prints after its message. */
    private boolean isException(String line) {
        return (logged && EXCEPTION.matcher(line).lookingAt())
                || (failed && SHORT_EXCEPTION.matcher(line).lookingAt());
    }

    /** Returns true if a traceback belongs to the event: it chains exceptions, or follows the message of an error. */
    private boolean startsTraceback(boolean afterBlank) {
        return chained || (!traced && !afterBlank && (failed || mayFail));
    }

    private boolean isBroken(String line) {
        return (BROKEN_BEFORE_ERROR.matcher(last).matches()
                        && ERROR.matcher(line).lookingAt())
                || (BROKEN_BEFORE_HOST.matcher(last).matches()
                        && HOST.matcher(line).lookingAt());
    }

    private static boolean isLogged(String line) {
        return isJson(line) || Times.atStart(line) != null || Levels.inLine(line) != null;
    }

    private static boolean isJson(String line) {
        return line.startsWith("{\"");
    }

    private static boolean isIndented(String line) {
        return line.startsWith(" ") || line.startsWith("\t");
    }

    private static boolean endsWithBracket(String line) {
        String bare = line.stripTrailing();
        return bare.length() < HEAD - 1 && (bare.endsWith("{") || bare.endsWith("[") || bare.endsWith("("));
    }

    private static int balance(String line) {
        int depth = 0;
        for (int i = 0; i < line.length(); i++) {
            switch (line.charAt(i)) {
                case '{', '[', '(' -> depth++;
                case '}', ']', ')' -> depth--;
                default -> {}
            }
        }
        return depth;
    }
}
