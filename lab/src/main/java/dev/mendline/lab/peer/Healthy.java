package dev.mendline.lab.peer;

import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/** Script of a healthy server: identifies itself, accepts its one user, and has empty collections. */
public final class Healthy implements Script {
    private final Identity identity;
    private final @Nullable Scram scram;
    private final Connections connections;

    /** Creates a server without users: all commands are allowed, and every login fails. */
    public Healthy(Identity identity) {
        this(identity, null, Connections.FEW);
    }

    public Healthy(Identity identity, Scram scram) {
        this(identity, scram, Connections.FEW);
    }

    public Healthy(Identity identity, @Nullable Scram scram, Connections connections) {
        this.identity = identity;
        this.scram = scram;
        this.connections = connections;
    }

    @Override
    public Reply answer(BsonDocument command) {
        return Reply.of(reply(command));
    }

    private BsonDocument reply(BsonDocument command) {
        return switch (command.getFirstKey()) {
            case "hello", "isMaster", "ismaster" -> ok(hello(command));
            case "saslStart", "saslContinue" ->
                scram == null ? ServerError.AUTHENTICATION_FAILED.to(command) : scram.answer(command);
            case "ping", "endSessions" -> ok(new BsonDocument());
            case "buildInfo", "buildinfo" ->
                ok(BsonDocument.parse("{version: '8.0.4', versionArray: [8, 0, 4, 0], bits: 64}"));
            case "connectionStatus" -> ok(new BsonDocument("authInfo", authInfo()));
            case "serverStatus", "find", "listCollections", "getMore" -> withinSession(command);
            default -> ServerError.NO_SUCH_COMMAND.to(command);
        };
    }

    private BsonDocument withinSession(BsonDocument command) {
        if (scram != null && !scram.loggedIn()) {
            return ServerError.LOGIN_NEEDED.to(command);
        }
        return switch (command.getFirstKey()) {
            case "find" -> ok(cursor(command, command.getString("find").getValue(), "firstBatch"));
            case "listCollections" -> ok(cursor(command, "$cmd.listCollections", "firstBatch"));
            case "getMore" -> ok(cursor(command, command.getString("collection").getValue(), "nextBatch"));
            default -> ok(new BsonDocument("connections", connections.document()));
        };
    }

    private BsonDocument hello(BsonDocument command) {
        BsonDocument hello = identity.hello();
        if (scram != null && command.containsKey("saslSupportedMechs")) {
            hello.append("saslSupportedMechs", new BsonArray(List.of(new BsonString("SCRAM-SHA-256"))));
        }
        return hello;
    }

    private BsonDocument authInfo() {
        return new BsonDocument("authenticatedUsers", scram == null ? new BsonArray() : scram.who())
                .append("authenticatedUserRoles", scram == null ? new BsonArray() : scram.roles());
    }

    private static BsonDocument cursor(BsonDocument command, String collection, String batch) {
        String database = command.getString("$db", new BsonString("test")).getValue();
        return new BsonDocument(
                "cursor",
                BsonDocument.parse("{id: {$numberLong: '0'}, " + batch + ": []}")
                        .append("ns", new BsonString(database + "." + collection)));
    }

    private static BsonDocument ok(BsonDocument document) {
        return document.append("ok", new BsonDouble(1));
    }
}
