package dev.mendline.engine.incident.state;

import java.time.Instant;

/** When a check was last asked for. */
public record AskedProbe(Check check, Instant at) {}
