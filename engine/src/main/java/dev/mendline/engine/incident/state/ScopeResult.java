package dev.mendline.engine.incident.state;

import dev.mendline.model.journal.CorrelationResult;
import org.jspecify.annotations.Nullable;

/**
 * Latest correlation result from one scope.
 *
 * @param from the place
 * @param parent id of the incident that explains it there; null when none does
 * @param cause that they share; null without a parent
 * @param nearby at least so many deployments of other sites fail from there
 * @param offset by which what is older is known
 */
public record ScopeResult(
        String from, @Nullable String parent, @Nullable String cause, int nearby, long offset) {
    public static ScopeResult of(CorrelationResult told) {
        return new ScopeResult(told.from(), told.parent(), told.cause(), told.nearby(), told.offset());
    }
}
