package dev.mendline.model.facts;

import org.jspecify.annotations.Nullable;

/**
 * Connections of a node from {@code serverStatus}, which needs a user with the role clusterMonitor.
 *
 * @param current open connections, including the probe's own
 * @param available number of further connections that it accepts
 * @param percent percentage of current in current plus available, 0–100
 * @param totalCreated connections since the server started
 */
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
        implements Facts {
    @Override
    public String summary() {
        return percent + " % of connections in use (" + current + " open, " + available + " free)";
    }
}
