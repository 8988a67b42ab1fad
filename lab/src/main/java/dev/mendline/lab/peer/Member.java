package dev.mendline.lab.peer;

import dev.mendline.model.Node;
import java.util.List;
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
 * One member of a replica set, as {@code hello} tells it; the first of the nodes is the primary.
 *
 * @param me which of the nodes
 */
public record Member(String set, List<Node> nodes, int me) {
    /** The newest wire version that the driver knows: MongoDB 8.0. */
    private static final int WIRE_VERSION = 25;

    private static final ObjectId FIRST_ELECTION = new ObjectId("7fffffff0000000000000001");

    public Member {
        nodes = List.copyOf(nodes);
    }

    /** Without a topology version, so that drivers poll and need one connection less. */
    public BsonDocument hello() {
        boolean primary = me == 0;
        BsonDateTime now = new BsonDateTime(System.currentTimeMillis());
        BsonTimestamp time = new BsonTimestamp((int) (now.getValue() / 1000), 1);
        return new BsonDocument("helloOk", BsonBoolean.TRUE)
                .append("ismaster", BsonBoolean.valueOf(primary))
                .append("isWritablePrimary", BsonBoolean.valueOf(primary))
                .append("secondary", BsonBoolean.valueOf(!primary))
                .append("setName", new BsonString(set))
                .append("setVersion", new BsonInt32(1))
                .append("hosts", new BsonArray(nodes.stream().map(Member::name).toList()))
                .append("primary", name(nodes.get(0)))
                .append("me", name(nodes.get(me)))
                .append("electionId", new BsonObjectId(FIRST_ELECTION))
                .append(
                        "lastWrite",
                        new BsonDocument("opTime", new BsonDocument("ts", time).append("t", new BsonInt64(1)))
                                .append("lastWriteDate", now))
                .append("maxBsonObjectSize", new BsonInt32(16 << 20))
                .append("maxMessageSizeBytes", new BsonInt32(48_000_000))
                .append("maxWriteBatchSize", new BsonInt32(100_000))
                .append("localTime", now)
                .append("logicalSessionTimeoutMinutes", new BsonInt32(30))
                .append("minWireVersion", new BsonInt32(0))
                .append("maxWireVersion", new BsonInt32(WIRE_VERSION))
                .append("readOnly", BsonBoolean.FALSE);
    }

    private static BsonString name(Node node) {
        return new BsonString(node.toString());
    }
}
