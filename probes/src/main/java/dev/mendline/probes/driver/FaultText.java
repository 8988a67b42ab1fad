package dev.mendline.probes.driver;

import dev.mendline.model.probe.Reason;
import org.jspecify.annotations.Nullable;

/** Words for failures in transcripts. */
final class FaultText {
    private FaultText() {}

    static String of(Reason reason) {
        return switch (reason) {
            case REFUSED -> "connection refused";
            case TIMED_OUT -> "no answer in time";
            case UNREACHABLE -> "unreachable";
            case RESET -> "the connection was cut";
            case TLS_ALERT -> "refused with a TLS alert";
            case TLS_CLOSED -> "closed the connection during the TLS handshake";
            case NOT_TLS -> "it does not speak TLS";
            case OLD_PROTOCOL -> "it supports only outdated versions of TLS";
            case UNTRUSTED -> "not logged in: the certificate's authority is not trusted here";
            case SELF_SIGNED -> "not logged in: the certificate is signed by itself";
            case EXPIRED -> "not logged in: the certificate has expired";
            case NOT_YET_VALID -> "not logged in: the certificate is not valid yet";
            case WRONG_NAME -> "not logged in: the certificate is for other names";
            case TOO_MANY_CONNECTIONS -> "the server has no free connection";
            case INCOMPATIBLE -> "the server and this driver have no version in common";
            case AUTHENTICATION_FAILED -> "login refused";
            case NOT_AUTHORIZED -> "not permitted to this user";
            case SERVER_ERROR -> "the server failed";
            case NOT_MONGODB -> "the answer is not from a MongoDB server";
            default -> "could not be asked";
        };
    }

    /** Returns the server's code in words; empty if it sent none. */
    static String error(@Nullable Integer code, @Nullable String codeName) {
        if (code == null) {
            return "";
        }
        return ", error " + code + (codeName == null ? "" : " (" + codeName + ")");
    }
}
