package dev.mendline.model.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Log event of one or more lines, in any format: the fields of OpenTelemetry's log data model that Mendline uses.
 *
 * @param time time in the log, else the time of the record; display only, because it is untrusted
 * @param severity severity as in the log, e.g. {@code ERROR}; null if there is none
 * @param service {@code service.name} or its equivalent; null if there is none
 * @param text body, followed by the exception's text and stack trace
 */
public record LogEvent(
        Instant time, @Nullable String severity, @Nullable String service, String text) {}
