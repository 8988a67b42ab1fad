package dev.mendline.model.facts;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deployment as Atlas has it on its books.
 *
 * @param name what Atlas calls it; null where it is not found
 * @param found false only where the project's clusters could be read and none of them is this one; Atlas answers for a
 *     project that may not be read as it does for one that is gone
 * @param state Atlas' {@code stateName}, e.g. {@code IDLE}, {@code CREATING}, {@code UPDATING}; null when unknown. A paused
 *     cluster is {@code IDLE} as well
 * @param paused whether it is paused
 * @param type e.g. {@code REPLICASET}, {@code SHARDED}, {@code GEOSHARDED}; null when unknown
 * @param tier e.g. {@code M0}, {@code FLEX}, {@code M10}; null when unknown
 * @param version of MongoDB; null when unknown
 * @param privateEndpoint whether the name that was asked about leads through a private endpoint
 * @param optimized whether that name is one of the optimized ones
 * @param optimizedSrv names of its optimized {@code mongodb+srv} strings, which go through the load balancer of a private
 *     endpoint to a sharded cluster, at most 20
 */
@JsonTypeName("atlas-cluster")
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
        implements Facts, AtlasFacts {
    public static final int MAX_NAMES = 20;

    public AtlasClusterFacts {
        optimizedSrv = List.copyOf(optimizedSrv);
    }
}
