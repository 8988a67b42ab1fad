package dev.mendline.model.probe;

import java.util.List;

/**
 * Where a probe ran.
 *
 * @param zone the worker's zone
 * @param resolvers the zone's resolvers, {@code address:port}
 * @param egress addresses that the zone's traffic comes from, as configured; empty when unknown
 */
public record Vantage(String zone, List<String> resolvers, List<String> egress) {
    public Vantage {
        resolvers = List.copyOf(resolvers);
        egress = List.copyOf(egress);
    }
}
