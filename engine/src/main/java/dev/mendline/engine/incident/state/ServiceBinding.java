package dev.mendline.engine.incident.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A deployment that a service uses.
 *
 * @param target the deployment
 * @param site the deployment's
 * @param since when its log lines first showed it
 * @param lastSeen when its log lines last showed it
 * @param lastSighted when it last logged an error that names the deployment; null when it never did
 */
public record ServiceBinding(
        String target,
        String site,
        Instant since,
        Instant lastSeen,
        @Nullable Instant lastSighted) {
    public ServiceBinding seen(String itsSite, Instant at, boolean sighted) {
        return new ServiceBinding(
                target,
                itsSite,
                at.isBefore(since) ? at : since,
                at.isAfter(lastSeen) ? at : lastSeen,
                sighted && (lastSighted == null || at.isAfter(lastSighted)) ? at : lastSighted);
    }

    public boolean sightedSince(Instant since) {
        return lastSighted != null && !lastSighted.isBefore(since);
    }
}
