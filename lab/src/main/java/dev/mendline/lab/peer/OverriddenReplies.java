package dev.mendline.lab.peer;

import java.util.Set;
import java.util.function.UnaryOperator;
import org.bson.BsonDocument;

/** Script with a different reply to some commands that would have succeeded; a login may still be required. */
record OverriddenReplies(Script script, UnaryOperator<BsonDocument> reply, Set<String> commands) implements Script {
    @Override
    public Reply answer(BsonDocument command) {
        Reply usual = script.answer(command);
        return usual.good() && commands.contains(command.getFirstKey()) ? Reply.of(reply.apply(command)) : usual;
    }
}
