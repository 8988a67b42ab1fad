package dev.mendline.engine.incident.state;

import java.time.Instant;

/** So many probes were asked for at once for one target. */
public record SpentProbes(Instant at, String target, int probes) {}
