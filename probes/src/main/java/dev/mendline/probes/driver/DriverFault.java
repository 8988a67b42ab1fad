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
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
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
    static final DriverFault TIMED_OUT = plain(Reason.TIMED_OUT);

    private static final int DEEPEST = 20;

    private static DriverFault plain(Reason reason) {
        return new DriverFault(reason, null, null, null);
    }

    /** @param certificate fault of the server's certificate; null if there is none */
    static DriverFault of(Throwable thrown, @Nullable Reason certificate) {
        List<Throwable> chain = chain(thrown);
        String mechanism = first(chain, MongoSecurityException.class)
                .map(e -> e.getCredential().getMechanism())
                .orElse(null);
        Optional<ServerReply> reply = first(chain, MongoCommandException.class).map(ServerReply::of);
        if (reply.isPresent()) {
            return new DriverFault(
                    reply.get().reason(), reply.get().code(), reply.get().codeName(), mechanism);
        }
        return new DriverFault(reason(chain, certificate), null, null, mechanism);
    }

    private static Reason reason(List<Throwable> chain, @Nullable Reason certificate) {
        if (certificate != null) {
            return certificate;
        }
        if (first(chain, SocketTimeoutException.class).isPresent()) {
            return Reason.TIMED_OUT;
        }
        return first(chain, SSLException.class)
                .map(TlsFault::reason)
                .or(() -> first(chain, IOException.class).map(NetworkFault::reason))
                .orElseGet(() -> ofDriver(chain));
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

    private static List<Throwable> chain(Throwable thrown) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable e = thrown; e != null && chain.size() < DEEPEST; e = e.getCause()) {
            chain.add(e);
        }
        return chain;
    }

    private static <T extends Throwable> Optional<T> first(List<Throwable> chain, Class<T> type) {
        return chain.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    Outcome outcome() {
        return reason == Reason.OTHER ? new Outcome.Inconclusive(reason) : new Outcome.Failed(reason);
    }

    /** Returns the failure in a few words, for the transcript. */
    String words() {
        return FaultText.of(reason) + FaultText.error(code, codeName);
    }
}
