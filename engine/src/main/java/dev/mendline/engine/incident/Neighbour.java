package dev.mendline.engine.incident;

import dev.mendline.model.Adoption;
import org.jspecify.annotations.Nullable;

/**
 * What one place told an incident last.
 *
 * @param from the place
 * @param parent id of the incident that explains it there; null when none does
 * @param cause that they share; null without a parent
 * @param nearby at least so many deployments of other sites fail from there
 * @param offset by which what is older is known
 */
record Neighbour(
        String from, @Nullable String parent, @Nullable String cause, int nearby, long offset) {
    static Neighbour of(Adoption told) {
        return new Neighbour(told.from(), told.parent(), told.cause(), told.nearby(), told.offset());
    }
}
