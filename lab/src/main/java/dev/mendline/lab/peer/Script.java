package dev.mendline.lab.peer;

import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;

/** How a peer behaves on one connection: its reply to each command, in order. */
@FunctionalInterface
public interface Script {
    /**
     * What a peer says.
     *
     * @param thenClose whether it hangs up then
     */
    record Reply(BsonDocument document, boolean thenClose) {
        static Reply of(BsonDocument document) {
            return new Reply(document, false);
        }
    }

    Reply answer(BsonDocument command);

    /** A reply as the server words a failure. */
    static BsonDocument error(int code, String codeName, String message) {
        return BsonDocument.parse("{ok: 0.0}")
                .append("errmsg", new BsonString(message))
                .append("code", new BsonInt32(code))
                .append("codeName", new BsonString(codeName));
    }
}
