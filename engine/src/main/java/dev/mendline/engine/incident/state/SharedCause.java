package dev.mendline.engine.incident.state;

import dev.mendline.model.incident.Incident;
import java.util.List;

/**
 * Cause that a parent incident shares with its children.
 *
 * @param cause an id of the catalog
 * @param children that it explains, at most {@link Incident#MAX_CHILDREN}, by their deployments' names
 * @param more how many besides
 * @param steps what to do, in the words of the one for which the cause is proved best
 */
public record SharedCause(String cause, List<Incident.Child> children, int more, List<String> steps) {
    public SharedCause {
        children = List.copyOf(children);
        steps = List.copyOf(steps);
    }

    /** Returns a shared cause without children. */
    public static SharedCause of(String cause) {
        return new SharedCause(cause, List.of(), 0, List.of());
    }

    public int size() {
        return children.size() + more;
    }
}
