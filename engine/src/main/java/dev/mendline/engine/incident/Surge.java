package dev.mendline.engine.incident;

import java.time.Instant;
import java.util.List;

/**
 * How many connections are made to one deployment, and by whom.
 *
 * @param told the last minute in which they were a spike; 0 for none yet
 * @param election the last second in which somebody missed a primary; 0 for none yet
 */
record Surge(String target, long told, long election, List<Flow> flows) {
    Surge {
        flows = List.copyOf(flows);
    }

    static Surge of(String target) {
        return new Surge(target, 0, 0, List.of());
    }

    /** The last minute in which there was something of it. */
    long last() {
        return flows.stream().mapToLong(Flow::last).max().orElse(0);
    }

    /** When there was last something of it. */
    Instant at() {
        return Instant.ofEpochSecond(Math.max(last() * 60, election));
    }
}
