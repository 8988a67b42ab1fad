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
 * What went wrong, read out of what the driver threw: by types and codes. Messages name users and quote servers; nothing
 * of them is kept.
 *
 * @param code the server's; null when it sent none
 * @param codeName the server's name of it; null when it sent none that may pass for one
 * @param mechanism of the login that failed; null when none did
 */
record Fault(
        Reason reason,
        @Nullable Integer code,
        @Nullable String codeName,
        @Nullable String mechanism) {
    static final Fault TIMED_OUT = plain(Reason.TIMED_OUT);

    private static final int DEEPEST = 20;

    private static Fault plain(Reason reason) {
        return new Fault(reason, null, null, null);
    }

    /** @param certificate what was wrong with the server's certificate; null when nothing was */
    static Fault of(Throwable thrown, @Nullable Reason certificate) {
        List<Throwable> chain = chain(thrown);
        String mechanism = first(chain, MongoSecurityException.class)
                .map(e -> e.getCredential().getMechanism())
                .orElse(null);
        Optional<ServerReply> reply = first(chain, MongoCommandException.class).map(ServerReply::of);
        if (reply.isPresent()) {
            return new Fault(
                    reply.get().reason(), reply.get().code(), reply.get().codeName(), mechanism);
        }
        return new Fault(reason(chain, certificate), null, null, mechanism);
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

    /** What the driver found without the network's or the server's help. */
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

    /** For a transcript. */
    String words() {
        return FaultText.of(reason) + FaultText.error(code, codeName);
    }
}
