package dev.mendline.model.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Redacted log text with its origin.
 *
 * @param text text of the event, redacted and possibly cut
 * @param at time of the event: that of its log, but never later than that of its record on the logs topic
 * @param symptom id of the symptom that the text shows; null in older records
 * @param host machine, node or pod that wrote it; null if unknown, and in older records
 * @param traceId id of the trace that the event belongs to; null if there is none, and in older records
 */
public record Sample(
        String text,
        String service,
        Instant at,
        Coordinates source,
        @Nullable String symptom,
        @Nullable String host,
        @Nullable String traceId) {

    /** Returns a copy with another text. */
    public Sample with(String other) {
        return new Sample(other, service, at, source, symptom, host, traceId);
    }
}
