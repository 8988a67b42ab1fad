package dev.mendline.engine.incident.state;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Incident that can no longer reopen. A later incident names it as its predecessor.
 *
 * @param target its deployment, or of a parent the cause that its children shared, for that is what tells it from others
 */
public record ClosedIncident(String id, @Nullable String target, List<String> services) {
    public ClosedIncident {
        services = List.copyOf(services);
    }

    public static ClosedIncident of(IncidentState file) {
        SharedCause shared = file.correlation().shared();
        return new ClosedIncident(
                file.incident().id(),
                shared == null ? file.incident().target() : shared.cause(),
                file.incident().services());
    }

    public boolean same(@Nullable String otherTarget, String service) {
        return Objects.equals(target, otherTarget) && (target != null || services.contains(service));
    }
}
