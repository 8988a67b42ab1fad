package dev.mendline.model.facts;

import dev.mendline.model.probe.Reason;

/**
 * One try at one address.
 *
 * @param address IP address literal
 * @param status {@link Reason#ANSWERED} when it went well
 */
public record Attempt(String address, Reason status, long millis) {}
