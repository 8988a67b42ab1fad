package dev.mendline.engine.incident.state;

import java.time.Instant;
import java.util.List;

/**
 * Connections to one deployment, by source.
 *
 * @param spikeMinute the last minute with a spike; 0 for none
 * @param election the last second in which a service had no primary; 0 for none
 */
public record TargetConnections(String target, long spikeMinute, long election, List<ConnectionSeries> flows) {
    public TargetConnections {
        flows = List.copyOf(flows);
    }

    public static TargetConnections of(String target) {
        return new TargetConnections(target, 0, 0, List.of());
    }

    /** The last minute in which there was something of it. */
    public long last() {
        return flows.stream().mapToLong(ConnectionSeries::last).max().orElse(0);
    }

    /** When there was last something of it. */
    public Instant at() {
        return Instant.ofEpochSecond(Math.max(last() * 60, election));
    }
}
