package dev.mendline.model.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Record that could not be read as it is, kept in the dead-letter topic.
 *
 * @param reason reason, e.g. {@code not-utf8}, {@code too-large}, {@code too-deep}
 * @param detail explanation in one sentence
 * @param excerpt redacted, at most {@value #MAX_EXCERPT} characters; never the raw bytes
 * @param salvaged symptom that was recognized in the readable part; null if there is none
 * @param at time of the record, by its own topic
 */
public record DeadLetter(
        Coordinates source,
        String reason,
        String detail,
        String excerpt,
        @Nullable String salvaged,
        Instant at) {
    public static final int MAX_EXCERPT = 300;
}
