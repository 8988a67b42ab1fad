package dev.mendline.model.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Deployment in the Atlas administration API.
 *
 * @param name cluster name in Atlas; null if not found
 * @param found false only if the project's clusters could be read and this one is missing; Atlas gives the same answer
 *     for an unreadable project as for a deleted one
 * @param state Atlas' {@code stateName}, e.g. {@code IDLE}, {@code CREATING}, {@code UPDATING}; null if unknown. A
 *     paused cluster is {@code IDLE} too
 * @param paused true if the cluster is paused
 * @param type e.g. {@code REPLICASET}, {@code SHARDED}, {@code GEOSHARDED}; null if unknown
 * @param tier e.g. {@code M0}, {@code FLEX}, {@code M10}; null if unknown
 * @param version MongoDB version; null if unknown
 * @param privateEndpoint true if the requested name uses a private endpoint
 * @param optimized true if the requested name is one of the optimized names
 * @param optimizedSrv names of its optimized {@code mongodb+srv} strings, at most 20; they reach a sharded cluster
 *     through a private endpoint's load balancer
 */
public record AtlasClusterFacts(
        @Nullable String name,
        boolean found,
        @Nullable String state,
        boolean paused,
        @Nullable String type,
        @Nullable String tier,
        @Nullable String version,
        boolean privateEndpoint,
        boolean optimized,
        List<String> optimizedSrv)
        implements Facts {
    public static final int MAX_NAMES = 20;

    public AtlasClusterFacts {
        optimizedSrv = List.copyOf(optimizedSrv);
    }

    @Override
    public String summary() {
        return paused ? "paused" : String.valueOf(state);
    }
}
