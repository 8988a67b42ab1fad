package dev.mendline.lab.peer;

import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;

/** Common fields of every server's {@code hello} answer. */
final class Greeting {
    /** Newest wire version that the driver supports: MongoDB 8.0. */
    private static final int WIRE_VERSION = 25;

    private Greeting() {}

    /** Returns the answer without a topology version, so that drivers poll and need one connection less. */
    static BsonDocument of(boolean writable) {
        return new BsonDocument("helloOk", BsonBoolean.TRUE)
                .append("ismaster", BsonBoolean.valueOf(writable))
                .append("isWritablePrimary", BsonBoolean.valueOf(writable))
                .append("maxBsonObjectSize", new BsonInt32(16 << 20))
                .append("maxMessageSizeBytes", new BsonInt32(48_000_000))
                .append("maxWriteBatchSize", new BsonInt32(100_000))
                .append("localTime", new BsonDateTime(System.currentTimeMillis()))
                .append("logicalSessionTimeoutMinutes", new BsonInt32(30))
                .append("minWireVersion", new BsonInt32(0))
                .append("maxWireVersion", new BsonInt32(WIRE_VERSION))
                .append("readOnly", BsonBoolean.FALSE);
    }
}
