package dev.mendline.engine.incident.editor;

import dev.mendline.model.incident.Incident;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Properties that an incident keeps from its opening to its end.
 *
 * @param target its deployment; null while it is unknown
 * @param openedAt time of the first line if all its lines are old, otherwise the journal's time of the opening
 * @param previous id of the incident of the same deployment before it; null when there was none
 */
public record Identity(
        String id,
        String site,
        @Nullable String target,
        Instant openedAt,
        @Nullable String previous) {
    static Identity of(Incident incident) {
        return new Identity(
                incident.id(), incident.site(), incident.target(), incident.openedAt(), incident.previous());
    }

    Identity opened(Instant at) {
        return new Identity(id, site, target, at, previous);
    }
}
