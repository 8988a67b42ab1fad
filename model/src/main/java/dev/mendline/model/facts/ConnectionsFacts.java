package dev.mendline.model.facts;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

/**
 * How many connections a node has and can still take, as {@code serverStatus} counts them; needs a user with the role
 * clusterMonitor.
 *
 * @param address the one that was connected to; null when none opened
 * @param current open now, the probe's own among them
 * @param available that it would still take
 * @param percent of current in current and available, 0–100
 * @param totalCreated since the server started
 * @param code the server's error code; null when it sent none
 * @param codeName the server's name of it
 */
@JsonTypeName("connections")
public record ConnectionsFacts(
        String host,
        int port,
        @Nullable String address,
        long current,
        long available,
        int percent,
        long totalCreated,
        @Nullable Integer code,
        @Nullable String codeName)
        implements Facts, NodeFacts {}
