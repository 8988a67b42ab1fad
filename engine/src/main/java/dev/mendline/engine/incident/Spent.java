package dev.mendline.engine.incident;

import java.time.Instant;

/** So many probes were asked for at once for one target. */
record Spent(Instant at, String target, int probes) {}
