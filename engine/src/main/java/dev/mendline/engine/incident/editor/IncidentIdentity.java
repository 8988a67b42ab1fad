package dev.mendline.engine.incident.editor;

import dev.mendline.model.incident.Incident;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Properties that an incident keeps from its opening to its end.
 *
 * @param target its deployment; null while it is unknown
 * @param previous id of the incident of the same deployment before it; null when there was none
 */
public record IncidentIdentity(
        String id,
        String site,
        @Nullable String target,
        Instant openedAt,
        @Nullable String previous) {
    static IncidentIdentity of(Incident incident) {
        return new IncidentIdentity(
                incident.id(), incident.site(), incident.target(), incident.openedAt(), incident.previous());
    }
}
