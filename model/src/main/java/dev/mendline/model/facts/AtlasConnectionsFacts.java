package dev.mendline.model.facts;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.mendline.model.probe.Node;
import org.jspecify.annotations.Nullable;

/**
 * How many connections a deployment's nodes have, as Atlas measures them once a minute: the highest of the last ten
 * minutes, at the node where it is highest.
 *
 * @param busiest the node with the most; null when Atlas measured none
 * @param current open at that node
 * @param limit what a node of this tier takes; null when the tier is not known
 * @param percent of current in limit, 0–100, as Atlas tells it, else as it is computed; 0 when neither is known
 * @param newPerSecond the steepest rise of open connections at one node within a minute, per second, rounded up; at least
 *     so many were made
 * @param tier e.g. {@code M10}; null when unknown
 */
@JsonTypeName("atlas-connections")
public record AtlasConnectionsFacts(
        @Nullable Node busiest,
        long current,
        @Nullable Integer limit,
        int percent,
        int newPerSecond,
        @Nullable String tier)
        implements Facts, AtlasFacts {}
