package dev.mendline.model;

/**
 * What one resolver said to one question.
 *
 * @param resolver {@code address:port}
 * @param transport {@code udp} or {@code tcp}
 * @param status {@link Reason#ANSWERED}, or why there is no answer
 * @param records how many records of the asked type it gave
 */
public record ResolverAnswer(String resolver, String transport, Reason status, int records, long millis) {}
