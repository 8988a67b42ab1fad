package dev.mendline.model.log;

import java.time.Instant;

/**
 * Redacted log text with its origin.
 *
 * @param text text of the event, redacted and possibly cut
 * @param at time of the event's record on the logs topic
 */
public record Sample(String text, String service, Instant at, Coordinates source) {}
