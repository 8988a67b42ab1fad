package dev.mendline.lab.peer;

import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonString;

/** Errors of servers, with code, name and message. */
public enum ServerError {
    /** Error without a login. */
    LOGIN_NEEDED(13, "Unauthorized", "Command {command} requires authentication"),
    NOT_AUTHORIZED(
            13, "Unauthorized", "not authorized on {db} to execute command { {command}: {value}, $db: \"{db}\" }"),
    /** Error without permission, from Atlas. */
    NOT_ALLOWED(8000, "AtlasError", "user is not allowed to do action [{command}] on [{db}.{collection}]"),
    AUTHENTICATION_FAILED(18, "AuthenticationFailed", "Authentication failed."),
    /** Error of a failed login, from Atlas. */
    BAD_AUTH(8000, "AtlasError", "bad auth : Authentication failed."),
    NO_SUCH_COMMAND(59, "CommandNotFound", "no such command: '{command}'"),
    OP_QUERY_REFUSED(
            352,
            "UnsupportedOpQueryCommand",
            "Unsupported OP_QUERY command: {command}. The client driver may require an upgrade."
                    + " For more details see https://dochub.mongodb.org/core/legacy-opcode-removal"),
    QUEUE_FULL(
            433, "AdmissionQueueOverflow", "MongoDB is overloaded and cannot accept new operations. Try again later."),
    RATE_LIMITED(449, "RateLimitExceeded", "Rate limit exceeded"),
    NETWORK_TIME_LIMIT(
            202,
            "NetworkInterfaceExceededTimeLimit",
            "Remote command timed out while waiting to get a connection from the pool");

    private static final Set<String> ON_A_COLLECTION = Set.of("find", "aggregate", "insert", "update", "delete");

    private final int code;
    private final String codeName;
    private final String message;

    ServerError(int code, String codeName, String message) {
        this.code = code;
        this.codeName = codeName;
        this.message = message;
    }

    /** Returns the whole reply to this command. */
    public BsonDocument to(BsonDocument command) {
        return document(code, codeName, words(command));
    }

    /** Returns a reply in the form of a server's failure. */
    static BsonDocument document(int code, String codeName, String message) {
        return new BsonDocument("ok", new BsonDouble(0))
                .append("errmsg", new BsonString(message))
                .append("code", new BsonInt32(code))
                .append("codeName", new BsonString(codeName));
    }

    private String words(BsonDocument command) {
        String name = command.getFirstKey();
        boolean named = ON_A_COLLECTION.contains(name) && command.isString(name);
        String collection = named ? command.getString(name).getValue() : "";
        return message.replace("{command}", name)
                .replace(
                        "{db}",
                        command.getString("$db", new BsonString("admin")).getValue())
                .replace("{collection}", collection)
                .replace("{value}", named ? "\"" + collection + "\"" : "1");
    }
}
