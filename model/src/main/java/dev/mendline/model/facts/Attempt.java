package dev.mendline.model.facts;

import dev.mendline.model.probe.Reason;

/**
 * Connection attempt at one address.
 *
 * @param address IP address literal
 * @param status {@link Reason#ANSWERED} if it succeeded
 */
public record Attempt(String address, Reason status, long millis) {}
