package dev.mendline.lab.peer;

import org.bson.BsonDocument;

/**
 * What a peer does about one command.
 *
 * @param document what it answers; empty unless it does
 */
public record Reply(Manner manner, BsonDocument document) {
    /** How it goes on. */
    public enum Manner {
        /** Answers and waits for the next command. */
        ANSWER,
        /** Answers and hangs up. */
        LAST_WORD,
        /** Hangs up without a word. */
        HANG_UP,
        /** Says nothing and waits for the next command. */
        SILENCE,
        /** Sends what is no message of MongoDB's and hangs up. */
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

    /** Whether the command went well. */
    boolean good() {
        return manner == Manner.ANSWER
                && document.isNumber("ok")
                && document.getNumber("ok").doubleValue() == 1;
    }
}
