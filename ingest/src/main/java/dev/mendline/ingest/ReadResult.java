package dev.mendline.ingest;

import dev.mendline.model.log.LogEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one record or line held.
 *
 * @param events in the order in which they stand there; none for a blank line
 * @param damage why the record could not be read as it is; null when it could. The events are what was saved
 */
public record ReadResult(List<LogEvent> events, @Nullable ReadProblem damage) {
    public ReadResult {
        events = List.copyOf(events);
    }
}
