package dev.mendline.engine.incident;

import java.time.Instant;

/** When a check was last asked for. */
record Asked(Check check, Instant at) {}
