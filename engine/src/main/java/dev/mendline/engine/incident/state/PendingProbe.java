package dev.mendline.engine.incident.state;

import java.time.Instant;

/** A check that was asked for and not answered yet. */
public record PendingProbe(String request, Check check, Instant deadline) {}
