package dev.mendline.model.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line, or one multi-line event, whatever its shipper wrote: the fields of OpenTelemetry's log data model that
 * Mendline uses.
 *
 * @param time what the log itself says, else when the record was written; display only, it is not trusted
 * @param severity the level as the log names it, e.g. {@code ERROR}; null when it says none
 * @param service {@code service.name}, or what stands for it; null when nothing does
 * @param text the body with the exception's text and stack trace after it
 */
public record LogEvent(
        Instant time, @Nullable String severity, @Nullable String service, String text) {}
