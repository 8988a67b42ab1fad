package dev.mendline.ingest;

import dev.mendline.model.log.LogEvent;
import dev.mendline.model.log.Resource;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Log event whose time, severity, resource and trace may still come from an enclosing format. */
record PartialEvent(
        @Nullable LogTime time,
        @Nullable String severity,
        Resource resource,
        @Nullable String traceId,
        String text) {
    static final PartialEvent EMPTY = new PartialEvent(null, null, Resource.UNKNOWN, null, "");

    static PartialEvent of(Resource resource) {
        return new PartialEvent(null, null, resource, null, "");
    }

    /** Returns this event, with missing values, and a more exact time, taken from the other one. */
    PartialEvent or(PartialEvent other) {
        return new PartialEvent(
                time == null || (other.time != null && time.isLessExactThan(other.time)) ? other.time : time,
                severity == null ? other.severity : severity,
                resource.or(other.resource),
                traceId == null ? other.traceId : traceId,
                text);
    }

    PartialEvent withText(String newText) {
        return new PartialEvent(time, severity, resource, traceId, newText);
    }

    LogEvent event(Instant recordTime, Resource hint) {
        Resource named = resource.completed(hint);
        return new LogEvent(
                time == null ? recordTime : time.at(recordTime),
                wellFormed(severity),
                new Resource(wellFormed(named.service()), wellFormed(named.host()), wellFormed(named.environment())),
                wellFormed(traceId),
                DecodedText.wellFormed(text));
    }

    private static @Nullable String wellFormed(@Nullable String text) {
        return text == null ? null : DecodedText.wellFormed(text);
    }
}
