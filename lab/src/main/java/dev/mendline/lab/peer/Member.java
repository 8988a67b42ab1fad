package dev.mendline.lab.peer;

import dev.mendline.model.probe.Node;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.BsonTimestamp;
import org.bson.types.ObjectId;

/**
 * Member of a replica set, as {@code hello} reports it.
 *
 * @param me index of this node
 * @param led true if the first node is primary; otherwise all are secondaries
 */
public record Member(String set, List<Node> nodes, int me, boolean led) implements Identity {
    /** Newest wire version that the driver supports: MongoDB 8.0. */
    private static final int WIRE_VERSION = 25;

    private static final ObjectId FIRST_ELECTION = new ObjectId("7fffffff0000000000000001");

    public Member {
        nodes = List.copyOf(nodes);
    }

    /** Creates a member of a set with a primary. */
    public Member(String set, List<Node> nodes, int me) {
        this(set, nodes, me, true);
    }

    /** Returns this member without a primary. */
    public Member leaderless() {
        return new Member(set, nodes, me, false);
    }

    /** Returns this member without a primary until the election. */
    public Identity leaderlessUntil(BooleanSupplier elected) {
        return () -> (elected.getAsBoolean() ? this : leaderless()).hello();
    }

    /** Returns the answer without a topology version, so that drivers poll and need one connection less. */
    @Override
    public BsonDocument hello() {
        boolean primary = led && me == 0;
        BsonDateTime now = new BsonDateTime(System.currentTimeMillis());
        BsonTimestamp time = new BsonTimestamp((int) (now.getValue() / 1000), 1);
        BsonDocument hello = new BsonDocument("helloOk", BsonBoolean.TRUE)
                .append("ismaster", BsonBoolean.valueOf(primary))
                .append("isWritablePrimary", BsonBoolean.valueOf(primary))
                .append("maxBsonObjectSize", new BsonInt32(16 << 20))
                .append("maxMessageSizeBytes", new BsonInt32(48_000_000))
                .append("maxWriteBatchSize", new BsonInt32(100_000))
                .append("localTime", now)
                .append("logicalSessionTimeoutMinutes", new BsonInt32(30))
                .append("minWireVersion", new BsonInt32(0))
                .append("maxWireVersion", new BsonInt32(WIRE_VERSION))
                .append("readOnly", BsonBoolean.FALSE)
                .append("secondary", BsonBoolean.valueOf(!primary))
                .append("setName", new BsonString(set))
                .append("setVersion", new BsonInt32(1))
                .append("hosts", new BsonArray(nodes.stream().map(Member::name).toList()))
                .append("me", name(nodes.get(me)))
                .append(
                        "lastWrite",
                        new BsonDocument("opTime", new BsonDocument("ts", time).append("t", new BsonInt64(1)))
                                .append("lastWriteDate", now));
        if (led) {
            hello.append("primary", name(nodes.get(0)));
        }
        return primary ? hello.append("electionId", new BsonObjectId(FIRST_ELECTION)) : hello;
    }

    private static BsonString name(Node node) {
        return new BsonString(node.toString());
    }
}
