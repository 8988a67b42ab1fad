package dev.mendline.lab.peer;

import org.bson.BsonDocument;

/** A node that has no connection left to give: it says so to the first command and hangs up. */
public record ConnectionLimitReached(int open) implements Script {
    @Override
    public Reply answer(BsonDocument command) {
        String message = "connection refused because too many open connections: " + open;
        return Reply.lastWord(ServerError.document(8000, "AtlasError", message));
    }
}
