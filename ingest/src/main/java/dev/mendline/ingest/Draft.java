package dev.mendline.ingest;

import dev.mendline.model.log.LogEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A log event whose time, severity or service may still be found further out. */
record Draft(
        @Nullable Instant time,
        @Nullable String severity,
        @Nullable String service,
        String text) {

    /** The same text; what is missing here comes from {@code other}. */
    Draft or(@Nullable Instant otherTime, @Nullable String otherSeverity, @Nullable String otherService) {
        return new Draft(
                time == null ? otherTime : time,
                severity == null ? otherSeverity : severity,
                service == null ? otherService : service,
                text);
    }

    Draft or(Draft other) {
        return or(other.time, other.severity, other.service);
    }

    Draft withText(String newText) {
        return new Draft(time, severity, service, newText);
    }

    LogEvent event(Instant recordTime, @Nullable String serviceHint) {
        String named = service == null ? serviceHint : service;
        return new LogEvent(
                time == null ? recordTime : time,
                severity == null ? null : Decoded.wellFormed(severity),
                named == null ? null : Decoded.wellFormed(named),
                Decoded.wellFormed(text));
    }
}
