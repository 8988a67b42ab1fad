package dev.mendline.lab.peer;

import org.bson.BsonDocument;

/** A server by itself, in no replica set. */
public record Standalone() implements Identity {
    @Override
    public BsonDocument hello() {
        return Greeting.of(true);
    }
}
