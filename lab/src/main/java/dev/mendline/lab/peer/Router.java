package dev.mendline.lab.peer;

import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.types.ObjectId;

/**
 * A {@code mongos}, the way into a sharded cluster.
 *
 * @param behindBalancer whether it knows that a load balancer stands before it, and so names its service
 */
public record Router(boolean behindBalancer) implements Identity {
    private static final ObjectId SERVICE = new ObjectId("5e41ce000000000000000001");

    @Override
    public BsonDocument hello() {
        BsonDocument hello = Greeting.of(true).append("msg", new BsonString("isdbgrid"));
        return behindBalancer ? hello.append("serviceId", new BsonObjectId(SERVICE)) : hello;
    }
}
