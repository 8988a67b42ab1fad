package dev.mendline.lab.peer;

import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonString;

/** A member in good health: tells the topology, lets its one user in, and has empty collections. */
public final class Healthy implements Script {
    private final Member member;
    private final Scram scram;

    public Healthy(Member member, Scram scram) {
        this.member = member;
        this.scram = scram;
    }

    @Override
    public Reply answer(BsonDocument command) {
        return Reply.of(reply(command));
    }

    private BsonDocument reply(BsonDocument command) {
        return switch (command.getFirstKey()) {
            case "hello", "isMaster", "ismaster" -> ok(hello(command));
            case "saslStart" -> scram.start(command);
            case "saslContinue" -> scram.finish(command);
            case "ping", "endSessions" -> ok(new BsonDocument());
            case "buildInfo" -> ok(BsonDocument.parse("{version: '8.0.4', versionArray: [8, 0, 4, 0], bits: 64}"));
            case "find" -> ok(cursor(command, command.getString("find").getValue(), "firstBatch"));
            case "listCollections" -> ok(cursor(command, "$cmd.listCollections", "firstBatch"));
            case "getMore" -> ok(cursor(command, command.getString("collection").getValue(), "nextBatch"));
            default -> Script.error(59, "CommandNotFound", "no such command: '" + command.getFirstKey() + "'");
        };
    }

    private BsonDocument hello(BsonDocument command) {
        BsonDocument hello = member.hello();
        if (command.containsKey("saslSupportedMechs")) {
            hello.append(
                    "saslSupportedMechs",
                    BsonDocument.parse("{m: ['SCRAM-SHA-256']}").get("m"));
        }
        return hello;
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
