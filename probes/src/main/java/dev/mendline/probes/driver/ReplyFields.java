package dev.mendline.probes.driver;

import dev.mendline.model.facts.AuthFacts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** Reads fields of servers' replies. A field may be missing or have any type. */
final class ReplyFields {
    /** Form of ordinary names of roles and databases. */
    private static final String NAME = "[A-Za-z0-9_.$-]{1,64}";

    private ReplyFields() {}

    /** Returns {@code role@database} of the user, from {@code connectionStatus}. */
    static List<String> roles(BsonDocument connectionStatus) {
        return document(connectionStatus, "authInfo").stream()
                .flatMap(info -> list(info, "authenticatedUserRoles"))
                .filter(BsonValue::isDocument)
                .map(BsonValue::asDocument)
                .flatMap(role ->
                        text(role, "role")
                                .flatMap(name -> text(role, "db").map(database -> name + "@" + database))
                                .stream())
                .limit(AuthFacts.MAX_ROLES)
                .toList();
    }

    /** Returns the command by which drivers ask for a user's mechanisms. */
    static BsonDocument mechanismsOf(String user) {
        return new BsonDocument("hello", new BsonInt32(1)).append("saslSupportedMechs", new BsonString(user));
    }

    /** Returns the mechanism that the driver chooses by this reply; null if there is none. */
    static @Nullable String scram(@Nullable BsonDocument hello) {
        if (hello == null) {
            return null;
        }
        boolean newer = list(hello, "saslSupportedMechs").anyMatch(new BsonString("SCRAM-SHA-256")::equals);
        return newer ? "SCRAM-SHA-256" : "SCRAM-SHA-1";
    }

    static Optional<BsonDocument> document(BsonDocument reply, String field) {
        return reply.isDocument(field) ? Optional.of(reply.getDocument(field)) : Optional.empty();
    }

    /** Returns a whole number that is not negative. */
    static Optional<Long> count(BsonDocument reply, String field) {
        return reply.isNumber(field)
                ? Optional.of(reply.getNumber(field).longValue()).filter(count -> count >= 0)
                : Optional.empty();
    }

    private static Stream<BsonValue> list(BsonDocument reply, String field) {
        return reply.isArray(field) ? reply.getArray(field).stream() : new BsonArray().stream();
    }

    private static Optional<String> text(BsonDocument reply, String field) {
        return reply.isString(field)
                ? Optional.of(reply.getString(field).getValue()).filter(text -> text.matches(NAME))
                : Optional.empty();
    }
}
