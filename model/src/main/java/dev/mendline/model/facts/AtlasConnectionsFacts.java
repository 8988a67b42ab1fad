package dev.mendline.model.facts;

import dev.mendline.model.probe.Node;
import org.jspecify.annotations.Nullable;

/**
 * Connections of a deployment's nodes, measured by Atlas once a minute: the maximum of the last ten minutes at the
 * busiest node.
 *
 * @param busiest node with the most connections; null if Atlas measured none
 * @param current open connections at that node
 * @param limit connection limit of this tier; null if the tier is unknown
 * @param percent percentage of the limit, 0–100, from Atlas or computed; 0 if unknown
 * @param newPerSecond largest increase of open connections at one node within a minute, per second, rounded up; a lower
 *     bound of new connections
 * @param tier e.g. {@code M10}; null if unknown
 */
public record AtlasConnectionsFacts(
        @Nullable Node busiest,
        long current,
        @Nullable Integer limit,
        int percent,
        int newPerSecond,
        @Nullable String tier)
        implements Facts {
    @Override
    public String summary() {
        return percent + " % of connections in use (" + current + " open)";
    }
}
