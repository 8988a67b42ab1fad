package dev.mendline.engine.gap;

import dev.mendline.engine.pattern.LinePattern;
import dev.mendline.engine.pattern.Text;
import dev.mendline.engine.recognition.ProductAttribution;
import dev.mendline.engine.sighting.SightingFactory;
import dev.mendline.model.log.Coordinates;
import dev.mendline.model.log.LogEvent;
import dev.mendline.model.log.Unclassified;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Finder of events that show no symptom but that the catalog should perhaps recognize. */
public final class GapFinder {
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

    private final SightingFactory sighter;

    /** Creates a finder that redacts with the factory; without samples it finds nothing. */
    public GapFinder(SightingFactory sighter) {
        this.sighter = sighter;
    }

    /**
     * Returns the unclassified event if it looks like a MongoDB error.
     *
     * @param at time at which its record was written
     */
    public Optional<Unclassified> find(LogEvent event, Coordinates source, Instant at) {
        if (sighter.own(event) || !isLikelyError(event)) {
            return Optional.empty();
        }
        return sighter.kept(event.text(), Unclassified.MAX_TEXT)
                .map(text -> new Unclassified(
                        sighter.service(event),
                        Template.of(text),
                        text,
                        event.severity(),
                        1,
                        at,
                        source,
                        sighter.catalog()));
    }

    /** Returns true if a text consists of stack frames or pieces of a dump, so that another event has the error. */
    public static boolean isFragment(String text) {
        return Fragment.isAll(text);
    }

    /** Returns true for MongoDB's name together with severity WARN or above, or with an exception. */
    private static boolean isLikelyError(LogEvent event) {
        Text text = Text.of(event.text());
        return ProductAttribution.areIn(event.text())
                && (LOUD.contains(String.valueOf(event.severity())) || EXCEPTION.isIn(text))
                && !ORDINARY.isIn(text)
                && !isFragment(event.text());
    }
}
