package dev.mendline.model.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Log events that smell of MongoDB's trouble and show no symptom of the catalog.
 *
 * @param template what stays the same in them
 * @param text one of them, redacted, at most {@value #MAX_TEXT} characters
 * @param severity the level as the log names it; null when it says none
 * @param count how many events this record stands for, at least 1
 * @param at when the latest of them was written, by the time of its record on the logs topic
 * @param source where the one in {@code text} stands
 * @param catalog content hash of the catalog that did not know it
 */
public record Unclassified(
        String service,
        String template,
        String text,
        @Nullable String severity,
        int count,
        Instant at,
        Coordinates source,
        String catalog) {
    public static final int MAX_TEXT = 2_000;

    public Unclassified {
        if (count < 1) {
            throw new IllegalArgumentException("it stands for one event at least");
        }
    }

    /** The same for as many events more. */
    public Unclassified plus(int more, Instant latest) {
        return new Unclassified(service, template, text, severity, count + more, latest, source, catalog);
    }
}
