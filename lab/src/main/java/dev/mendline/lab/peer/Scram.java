package dev.mendline.lab.peer;

import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import javax.security.auth.callback.NameCallback;
import javax.security.sasl.SaslException;
import javax.security.sasl.SaslServer;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.security.scram.ScramCredentialCallback;
import org.apache.kafka.common.security.scram.internals.ScramFormatter;
import org.apache.kafka.common.security.scram.internals.ScramMechanism;
import org.apache.kafka.common.security.scram.internals.ScramSaslServer;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonString;

/** Server side of a SCRAM-SHA-256 conversation (RFC 5802, RFC 7677) with a single user, by Kafka's own server. */
public final class Scram {
    private static final int ITERATIONS = 4096;
    private static final String SOURCE = "admin";
    private static final List<String> ROLES = List.of("readWriteAnyDatabase", "clusterMonitor");

    private final String user;
    private final ServerError refusal;
    private final SaslServer server;

    /**
     * Creates a server with one user in the database admin that rejects logins like Atlas.
     *
     * @param password ASCII, so that no preparation is needed (RFC 4013)
     */
    public Scram(String user, String password) {
        this(user, password, ServerError.BAD_AUTH);
    }

    /**
     * Creates a server with one user in the database admin.
     *
     * @param refusal error for every rejected login
     */
    public Scram(String user, String password, ServerError refusal) {
        this.user = user;
        this.refusal = refusal;
        try {
            ScramFormatter formatter = new ScramFormatter(ScramMechanism.SCRAM_SHA_256);
            server = new ScramSaslServer(ScramMechanism.SCRAM_SHA_256, Map.of(), callbacks -> {
                if (callbacks[0] instanceof NameCallback name
                        && callbacks[1] instanceof ScramCredentialCallback credential
                        && user.equals(name.getDefaultName())) {
                    credential.scramCredential(formatter.generateCredential(password, ITERATIONS));
                }
            });
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Returns the answer to {@code saslStart} or {@code saslContinue}. */
    BsonDocument answer(BsonDocument command) {
        if (!command.getString("$db", new BsonString("")).getValue().equals(SOURCE)) {
            return refusal.to(command);
        }
        try {
            byte[] reply = server.evaluateResponse(command.getBinary("payload").getData());
            return new BsonDocument("conversationId", new BsonInt32(1))
                    .append("done", BsonBoolean.valueOf(loggedIn()))
                    .append("payload", new BsonBinary(reply))
                    .append("ok", new BsonDouble(1));
        } catch (SaslException | AuthenticationException e) {
            return refusal.to(command);
        }
    }

    boolean loggedIn() {
        return server.isComplete();
    }

    /** Returns the user as in {@code connectionStatus}. */
    BsonArray who() {
        return inAdmin("user", List.of(user));
    }

    /** Returns the roles as in {@code connectionStatus}. */
    BsonArray roles() {
        return inAdmin("role", ROLES);
    }

    private BsonArray inAdmin(String what, List<String> names) {
        return new BsonArray(names.stream()
                .filter(name -> loggedIn())
                .map(name -> new BsonDocument(what, new BsonString(name)).append("db", new BsonString(SOURCE)))
                .toList());
    }
}
