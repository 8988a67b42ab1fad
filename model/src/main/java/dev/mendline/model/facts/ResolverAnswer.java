package dev.mendline.model.facts;

import dev.mendline.model.probe.Reason;

/**
 * Answer of one resolver to one question.
 *
 * @param resolver {@code address:port}
 * @param transport transport that a driver would have used: {@code udp}, or {@code tcp} after a truncated answer
 * @param status {@link Reason#ANSWERED}, or the reason for which a driver would have no answer
 * @param records number of records of the requested type
 * @param overTcp result of the same question over TCP
 */
public record ResolverAnswer(
        String resolver, String transport, Reason status, int records, long millis, Reason overTcp) {}
