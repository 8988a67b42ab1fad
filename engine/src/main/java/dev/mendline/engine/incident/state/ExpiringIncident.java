package dev.mendline.engine.incident.state;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;

/** An incident that is over for good and still stands on the topic; short, for a site may have many of them. */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record ExpiringIncident(String id, long endedAt) {
    public static ExpiringIncident of(String id, Instant endedAt) {
        return new ExpiringIncident(id, endedAt.getEpochSecond());
    }

    public Instant at() {
        return Instant.ofEpochSecond(endedAt);
    }
}
