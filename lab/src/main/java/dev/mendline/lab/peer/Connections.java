package dev.mendline.lab.peer;

import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;

/** Connection counts in a server's {@code serverStatus}. */
public record Connections(int current, int available, long totalCreated) {
    static final Connections FEW = new Connections(12, 488, 3456);

    BsonDocument document() {
        return new BsonDocument("current", new BsonInt32(current))
                .append("available", new BsonInt32(available))
                .append("totalCreated", new BsonInt64(totalCreated));
    }
}
