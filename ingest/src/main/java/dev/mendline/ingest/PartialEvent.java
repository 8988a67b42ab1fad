package dev.mendline.ingest;

import dev.mendline.model.log.LogEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Log event whose time, severity or service may still come from an enclosing format. */
record PartialEvent(
        @Nullable Instant time,
        @Nullable String severity,
        @Nullable String service,
        String text) {

    /** Returns this event, with missing values taken from the arguments. */
    PartialEvent or(@Nullable Instant otherTime, @Nullable String otherSeverity, @Nullable String otherService) {
        return new PartialEvent(
                time == null ? otherTime : time,
                severity == null ? otherSeverity : severity,
                service == null ? otherService : service,
                text);
    }

    PartialEvent or(PartialEvent other) {
        return or(other.time, other.severity, other.service);
    }

    PartialEvent withText(String newText) {
        return new PartialEvent(time, severity, service, newText);
    }

    LogEvent event(Instant recordTime, @Nullable String serviceHint) {
        String named = service == null ? serviceHint : service;
        return new LogEvent(
                time == null ? recordTime : time,
                severity == null ? null : DecodedText.wellFormed(severity),
                named == null ? null : DecodedText.wellFormed(named),
                DecodedText.wellFormed(text));
    }
}
