package dev.mendline.probes.driver;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoIncompatibleDriverException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoSocketReadTimeoutException;
import com.mongodb.MongoTimeoutException;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.spi.NetworkFault;
import dev.mendline.probes.spi.Observation;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLProtocolException;
import org.jspecify.annotations.Nullable;

/**
 * Failure of a driver call, read from the types and codes of its exceptions. Messages are dropped, because they name
 * users and quote servers.
 *
 * @param code the server's error code; null if it sent none
 * @param codeName the server's name for it; null if it sent none that looks like a name
 * @param mechanism mechanism of the failed login; null if no login failed
 */
record DriverFault(
        Reason reason,
        @Nullable Integer code,
        @Nullable String codeName,
        @Nullable String mechanism) {
    static final DriverFault TIMED_OUT = new DriverFault(Reason.TIMED_OUT, null, null, null);

    private static final int DEEPEST = 20;

    /** UserNotFound, AuthenticationFailed, MechanismUnavailable (MongoDB's error_codes.yml). */
    private static final Set<Integer> LOGIN = Set.of(11, 18, 334);

    private static final int UNAUTHORIZED = 13;

    /** UnsupportedOpQueryCommand, IncompatibleServerVersion. */
    private static final Set<Integer> VERSION = Set.of(352, 188);

    private static final int ATLAS = 8000;

    private static final String NAME = "[A-Za-z]{1,60}";

    /** @param certificate fault of the server's certificate; null if there is none */
    static DriverFault of(Throwable thrown, @Nullable Reason certificate) {
        List<Throwable> chain = Stream.iterate(thrown, e -> e != null, Throwable::getCause)
                .limit(DEEPEST)
                .toList();
        String mechanism = first(chain, MongoSecurityException.class)
                .map(e -> e.getCredential().getMechanism())
                .orElse(null);
        return first(chain, MongoCommandException.class)
                .map(e -> ofServer(e, mechanism))
                .orElseGet(() -> new DriverFault(reason(chain, certificate), null, null, mechanism));
    }

    /**
     * Reads the server's error. Its message is read too, because Atlas uses one code for several errors, and then
     * dropped, because anybody can run a server and write anything into it.
     */
    private static DriverFault ofServer(MongoCommandException e, @Nullable String mechanism) {
        int code = e.getErrorCode();
        String codeName = e.getErrorCodeName();
        return new DriverFault(
                byCode(code, e.getErrorMessage().toLowerCase(Locale.ROOT)),
                code < 0 ? null : code,
                codeName.matches(NAME) ? codeName : null,
                mechanism);
    }

    private static Reason byCode(int code, String message) {
        if (message.contains("too many open connections")) {
            return Reason.TOO_MANY_CONNECTIONS;
        }
        if (LOGIN.contains(code) || (code == ATLAS && message.contains("auth"))) {
            return Reason.AUTHENTICATION_FAILED;
        }
        if (code == UNAUTHORIZED || (code == ATLAS && message.contains("not allowed"))) {
            return Reason.NOT_AUTHORIZED;
        }
        return VERSION.contains(code) ? Reason.INCOMPATIBLE : Reason.SERVER_ERROR;
    }

    private static Reason reason(List<Throwable> chain, @Nullable Reason certificate) {
        if (certificate != null) {
            return certificate;
        }
        if (first(chain, SocketTimeoutException.class).isPresent()) {
            return Reason.TIMED_OUT;
        }
        return first(chain, SSLException.class)
                .map(DriverFault::ofTls)
                .or(() -> first(chain, IOException.class).map(NetworkFault::reason))
                .orElseGet(() -> ofDriver(chain));
    }

    /** Returns the reason for a failed TLS handshake. The JDK has few exception types for it, so this reads messages. */
    private static Reason ofTls(SSLException e) {
        if (e.getCause() instanceof SocketException broken) {
            return NetworkFault.reason(broken);
        }
        String words = String.valueOf(e.getMessage());
        if (words.contains("protocol_version") || words.contains("not accepted by client preferences")) {
            return Reason.OLD_PROTOCOL;
        }
        if (words.startsWith("Received fatal alert")) {
            return Reason.TLS_ALERT;
        }
        if (e.getCause() instanceof EOFException || words.startsWith("Remote host")) {
            return Reason.TLS_CLOSED;
        }
        boolean foreign = e instanceof SSLProtocolException || words.startsWith("Unsupported or unrecognized");
        return foreign ? Reason.NOT_TLS : Reason.OTHER;
    }

    /** Returns the reason for failures that the driver detects itself. */
    private static Reason ofDriver(List<Throwable> chain) {
        if (first(chain, MongoIncompatibleDriverException.class).isPresent()) {
            return Reason.INCOMPATIBLE;
        }
        if (first(chain, MongoSocketReadTimeoutException.class).isPresent()
                || first(chain, MongoTimeoutException.class).isPresent()) {
            return Reason.TIMED_OUT;
        }
        // "Prematurely reached end of stream" has no cause.
        if (first(chain, MongoSocketException.class).isPresent()) {
            return Reason.RESET;
        }
        if (first(chain, MongoSecurityException.class).isPresent()) {
            return Reason.AUTHENTICATION_FAILED;
        }
        // All else is a reply that the driver cannot make sense of: lengths, operations, BSON, types of fields.
        return first(chain, Error.class).isPresent() ? Reason.OTHER : Reason.NOT_MONGODB;
    }

    private static <T extends Throwable> Optional<T> first(List<Throwable> chain, Class<T> type) {
        return chain.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    Outcome outcome() {
        return Observation.outcomeOf(reason);
    }

    /** Returns the failure in the few words of a transcript. */
    String words() {
        String error = code == null ? "" : ", error " + code + (codeName == null ? "" : " (" + codeName + ")");
        return words(reason) + error;
    }

    static String words(Reason reason) {
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
}
