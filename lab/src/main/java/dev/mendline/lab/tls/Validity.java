package dev.mendline.lab.tls;

import java.time.Instant;

/** Validity period of a certificate. */
public record Validity(Instant notBefore, Instant notAfter) {
    /** Period that contains any clock of a test. */
    public static final Validity CURRENT =
            new Validity(Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2089-12-31T23:59:59Z"));

    public static final Validity EXPIRED =
            new Validity(Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2020-04-01T00:00:00Z"));

    public static final Validity NOT_YET =
            new Validity(Instant.parse("2089-01-01T00:00:00Z"), Instant.parse("2089-12-31T23:59:59Z"));
}
