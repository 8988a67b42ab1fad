package dev.mendline.probes.net;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * TLS alert (RFC 8446 section 6, with those of RFC 5246 and older versions). The JDK reports an encrypted alert only by
 * its name.
 */
enum TlsAlert {
    CLOSE_NOTIFY(0),
    UNEXPECTED_MESSAGE(10),
    BAD_RECORD_MAC(20),
    DECRYPTION_FAILED(21),
    RECORD_OVERFLOW(22),
    DECOMPRESSION_FAILURE(30),
    HANDSHAKE_FAILURE(40),
    NO_CERTIFICATE(41),
    BAD_CERTIFICATE(42),
    UNSUPPORTED_CERTIFICATE(43),
    CERTIFICATE_REVOKED(44),
    CERTIFICATE_EXPIRED(45),
    CERTIFICATE_UNKNOWN(46),
    ILLEGAL_PARAMETER(47),
    UNKNOWN_CA(48),
    ACCESS_DENIED(49),
    DECODE_ERROR(50),
    DECRYPT_ERROR(51),
    EXPORT_RESTRICTION(60),
    PROTOCOL_VERSION(70),
    INSUFFICIENT_SECURITY(71),
    INTERNAL_ERROR(80),
    INAPPROPRIATE_FALLBACK(86),
    USER_CANCELED(90),
    NO_RENEGOTIATION(100),
    MISSING_EXTENSION(109),
    UNSUPPORTED_EXTENSION(110),
    CERTIFICATE_UNOBTAINABLE(111),
    UNRECOGNIZED_NAME(112),
    BAD_CERTIFICATE_STATUS_RESPONSE(113),
    BAD_CERTIFICATE_HASH_VALUE(114),
    UNKNOWN_PSK_IDENTITY(115),
    CERTIFICATE_REQUIRED(116),
    NO_APPLICATION_PROTOCOL(120);

    private static final String FATAL = "Received fatal alert: ";
    private static final String WARNING = "received handshake warning: ";

    final int number;

    TlsAlert(int number) {
        this.number = number;
    }

    /** Returns e.g. {@code 80 (internal_error)}; only the number for an alert that no RFC defines. */
    static String words(int number) {
        return Arrays.stream(values())
                .filter(each -> each.number == number)
                .findFirst()
                .map(each -> number + " (" + each.word() + ")")
                .orElse(String.valueOf(number));
    }

    /** Parses the JDK's message about a received alert. */
    static Optional<TlsAlert> received(String message) {
        return Arrays.stream(values())
                .filter(each -> message.equals(FATAL + each.word()) || message.equals(WARNING + each.word()))
                .findFirst();
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
