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

/** Reads servers' replies, of which nothing is certain, not even a field's type. */
final class Replies {
    /** What roles and databases are called by people who mean well. */
    private static final String NAME = "[A-Za-z0-9_.$-]{1,64}";

    private Replies() {}

    /** {@code role@database} of who is logged in, out of {@code connectionStatus}. */
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

    /** The question that drivers ask for the ways in which a user may log in. */
    static BsonDocument mechanismsOf(String user) {
        return new BsonDocument("hello", new BsonInt32(1)).append("saslSupportedMechs", new BsonString(user));
    }

    /** What the driver makes of the answer; null where there is none. */
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

    /** A whole number that is not negative. */
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
