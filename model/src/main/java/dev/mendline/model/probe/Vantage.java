package dev.mendline.model.probe;

import java.util.List;

/**
 * Origin of a probe.
 *
 * @param zone zone of the worker
 * @param resolvers zone's resolvers, {@code address:port}
 * @param egress source addresses of the zone's traffic, as configured; empty if unknown
 */
public record Vantage(String zone, List<String> resolvers, List<String> egress) {
    public Vantage {
        resolvers = List.copyOf(resolvers);
        egress = List.copyOf(egress);
    }
}
