package dev.mendline.ingest;

import dev.mendline.model.log.LogEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Result of reading one record or line.
 *
 * @param events events in order; none for a blank line
 * @param problem problem with the record; null if there is none. The events are then the readable part
 */
public record ReadResult(List<LogEvent> events, @Nullable ReadProblem problem) {
    public ReadResult {
        events = List.copyOf(events);
    }
}
