package dev.mendline.model;

import java.time.Instant;

/** A redacted log text with where it came from. */
public record Sample(String text, String service, Instant at, Coordinates source) {}
