package dev.mendline.model.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be read as it is, kept aside.
 *
 * @param source where the record stands
 * @param reason why, e.g. {@code not-utf8}, {@code too-large}, {@code too-deep}
 * @param detail one sentence more
 * @param excerpt redacted, at most {@value #MAX_EXCERPT} characters; never the raw bytes
 * @param salvaged the symptom that was recognised in what could be read all the same; null when none was
 * @param at when the record was written, by its own topic
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
