package dev.mendline.lab.peer;

import dev.mendline.model.probe.Node;
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
 * Member of a replica set, as {@code hello} reports it.
 *
 * @param me index of this node
 * @param led true if the first node is primary; otherwise all are secondaries
 */
public record Member(String set, List<Node> nodes, int me, boolean led) implements Identity {
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

    @Override
    public BsonDocument hello() {
        boolean primary = led && me == 0;
        BsonDocument hello = Greeting.of(primary);
        BsonDateTime now = hello.getDateTime("localTime");
        BsonTimestamp time = new BsonTimestamp((int) (now.getValue() / 1000), 1);
        hello.append("secondary", BsonBoolean.valueOf(!primary))
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
