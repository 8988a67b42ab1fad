package dev.mendline.engine.gap;

import com.google.re2j.Pattern;
import dev.mendline.engine.recognition.Signs;
import dev.mendline.model.LogEvent;
import java.util.Set;

/** Whether an event smells of trouble with MongoDB: its sign, and a level of WARN or above or an exception. */
public final class Smell {
    private static final Set<String> LOUD = Set.of("WARN", "ERROR", "FATAL");
    private static final String[] SIGNS = Signs.WORDS.toArray(String[]::new);
    private static final Pattern EXCEPTION = Pattern.compile(
            "\\b[A-Za-z_$][A-Za-z0-9_.$]*(?:Error|Exception|Failure)\\b|Traceback \\(|panicked at |panic: ");

    /** What the server and the drivers say of an application's own data and commands; no trouble with the connection. */
    private static final Pattern ORDINARY = Pattern.compile("(?i)\\bE11000\\b|duplicate key|failed validation"
            + "|validation failed|ValidationError|CastError|DocumentValidationFailure|cursor id [0-9]+ not found"
            + "|CursorNotFound|WriteConflict|NamespaceNotFound|NamespaceExists|IndexNotFound|IndexOptionsConflict"
            + "|IndexKeySpecsConflict|immutable field|unknown operator|BSONObj size|BSONError|BSONTypeError"
            + "|CodecConfigurationException|deprecat|ObjectId failed|Argument passed in must be a string of");

    private Smell() {}

    /** Whether raw bytes of a log, in whichever format, can smell at all: only then they need to be parsed. */
    public static boolean may(byte[] raw) {
        return Raw.contains(raw, SIGNS)
                && Raw.contains(
                        raw,
                        "warn",
                        "err",
                        "exception",
                        "fatal",
                        "fail",
                        "panic",
                        "severe",
                        "critical",
                        "traceback",
                        "\"s\":\"e\"",
                        "\"s\":\"w\"",
                        "\"s\":\"f\"");
    }

    public static boolean of(LogEvent event) {
        String text = event.text();
        return Signs.areIn(text)
                && (LOUD.contains(String.valueOf(event.severity()))
                        || EXCEPTION.matcher(text).find())
                && !ORDINARY.matcher(text).find();
    }
}
