package dev.mendline.model.facts;

import dev.mendline.model.probe.Reason;

/**
 * What one resolver said to one question.
 *
 * @param resolver {@code address:port}
 * @param transport by which a driver would have had it: {@code udp}, or {@code tcp} after a truncated answer
 * @param status {@link Reason#ANSWERED}, or why a driver would have had no answer
 * @param records how many records of the asked type it gave
 * @param overTcp what the same question came to when it was asked over TCP from the start
 */
public record ResolverAnswer(
        String resolver, String transport, Reason status, int records, long millis, Reason overTcp) {}
