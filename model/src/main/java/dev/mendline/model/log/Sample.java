package dev.mendline.model.log;

import java.time.Instant;

/**
 * A redacted log text with where it came from.
 *
 * @param text of the event, redacted; cut where it is long
 * @param at when the event was written, by the time of its record on the logs topic
 * @param source where that record stands
 */
public record Sample(String text, String service, Instant at, Coordinates source) {}
