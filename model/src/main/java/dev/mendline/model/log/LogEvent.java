package dev.mendline.model.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Log event of one or more lines, in any format: the fields of OpenTelemetry's log data model that Mendline uses. All
 * of them are untrusted.
 *
 * @param time time in the log, but never later than that of the record; the time of the record if the log has none
 * @param severity severity as in the log, e.g. {@code ERROR}; null if there is none
 * @param resource producer of the event
 * @param traceId id of the trace that the event belongs to; null if there is none
 * @param text body, followed by the exception's text and stack trace
 */
public record LogEvent(
        Instant time,
        @Nullable String severity,
        Resource resource,
        @Nullable String traceId,
        String text) {

    /** Creates an event of a service without host, environment and trace. */
    public static LogEvent of(Instant time, @Nullable String severity, @Nullable String service, String text) {
        return new LogEvent(time, severity, Resource.ofService(service), null, text);
    }

    /** Returns the service; null if the log names none. */
    public @Nullable String service() {
        return resource.service();
    }
}
