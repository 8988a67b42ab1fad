package dev.mendline.lab.peer;

import org.bson.BsonDocument;

/** Script of a node without free connections: reports that to the first command and closes the connection. */
public record ConnectionLimitReached(int open) implements Script {
    @Override
    public Reply answer(BsonDocument command) {
        String message = "connection refused because too many open connections: " + open;
        return Reply.lastWord(ServerError.document(8000, "AtlasError", message));
    }
}
