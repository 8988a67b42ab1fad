package dev.mendline.model.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Log events that look like MongoDB errors but show no symptom of the catalog.
 *
 * @param template fixed part of their texts
 * @param text text of one of them, redacted, at most {@value #MAX_TEXT} characters
 * @param severity severity as in the log; null if there is none
 * @param count number of events that this record represents, at least 1
 * @param at time of the latest event, by its record on the logs topic
 * @param source position of the event in {@code text}
 * @param catalog content hash of the catalog that was used
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

    public Unclassified plus(int more, Instant latest) {
        return new Unclassified(service, template, text, severity, count + more, latest, source, catalog);
    }
}
