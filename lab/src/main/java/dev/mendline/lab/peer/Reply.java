package dev.mendline.lab.peer;

import org.bson.BsonDocument;

/**
 * Reaction of a peer to one command.
 *
 * @param document answer; empty unless there is one
 */
public record Reply(Manner manner, BsonDocument document) {
    /** Manner of a reaction. */
    public enum Manner {
        /** Answers and waits for the next command. */
        ANSWER,
        /** Answers and closes. */
        LAST_WORD,
        /** Closes without an answer. */
        HANG_UP,
        /** Does not answer and waits for the next command. */
        SILENCE,
        /** Sends bytes that are no MongoDB message and closes. */
        GARBAGE
    }

    public static Reply of(BsonDocument document) {
        return new Reply(Manner.ANSWER, document);
    }

    public static Reply lastWord(BsonDocument document) {
        return new Reply(Manner.LAST_WORD, document);
    }

    public static Reply hangUp() {
        return new Reply(Manner.HANG_UP, new BsonDocument());
    }

    public static Reply silence() {
        return new Reply(Manner.SILENCE, new BsonDocument());
    }

    public static Reply garbage() {
        return new Reply(Manner.GARBAGE, new BsonDocument());
    }

    /** Returns true if the command succeeded. */
    boolean good() {
        return manner == Manner.ANSWER
                && document.isNumber("ok")
                && document.getNumber("ok").doubleValue() == 1;
    }
}
