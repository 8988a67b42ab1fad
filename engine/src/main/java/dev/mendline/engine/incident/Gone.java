package dev.mendline.engine.incident;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;

/** An incident that is over for good and still stands on the topic; short, for a site may have many of them. */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
record Gone(String id, long endedAt) {
    static Gone of(String id, Instant endedAt) {
        return new Gone(id, endedAt.getEpochSecond());
    }

    Instant at() {
        return Instant.ofEpochSecond(endedAt);
    }
}
