package dev.mendline.engine.incident;

import java.time.Instant;

/** A check that was asked for and not answered yet. */
record Pending(String request, Check check, Instant deadline) {}
