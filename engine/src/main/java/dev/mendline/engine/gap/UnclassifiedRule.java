package dev.mendline.engine.gap;

import dev.mendline.engine.pattern.LinePattern;
import dev.mendline.engine.pattern.Text;
import dev.mendline.engine.recognition.ProductAttribution;
import dev.mendline.model.log.LogEvent;
import java.util.Set;

/** Rule for events that look like MongoDB errors: MongoDB's name, and severity WARN or above or an exception. */
public final class UnclassifiedRule {
    private static final Set<String> LOUD = Set.of("WARN", "ERROR", "FATAL");
    private static final LinePattern EXCEPTION = LinePattern.compile(
            "\\b[A-Za-z_$][A-Za-z0-9_.$]*(?:Error|Exception|Failure)\\b|Traceback \\(|panicked at |panic: ", false);

    /** Errors about an application's own data and commands, not about the connection. */
    private static final LinePattern ORDINARY = LinePattern.compile(
            "\\bE11000\\b|duplicate key|failed validation"
                    + "|validation failed|ValidationError|CastError|DocumentValidationFailure|cursor id [0-9]+ not found"
                    + "|CursorNotFound|WriteConflict|NamespaceNotFound|NamespaceExists|IndexNotFound|IndexOptionsConflict"
                    + "|IndexKeySpecsConflict|immutable field|unknown operator|BSONObj size|BSONError|BSONTypeError"
                    + "|CodecConfigurationException|deprecat|ObjectId failed|Argument passed in must be a string of",
            true);

    private UnclassifiedRule() {}

    public static boolean of(LogEvent event) {
        Text text = Text.of(event.text());
        return ProductAttribution.areIn(event.text())
                && (LOUD.contains(String.valueOf(event.severity())) || EXCEPTION.isIn(text))
                && !ORDINARY.isIn(text);
    }
}
