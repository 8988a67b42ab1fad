package dev.mendline.lab.peer;

import java.time.Duration;
import java.util.Set;
import org.bson.BsonDocument;

/** Script with a delay for some commands. */
record DelayedCommands(Script script, Duration time, Set<String> commands) implements Script {
    @Override
    public Reply answer(BsonDocument command) {
        if (commands.contains(command.getFirstKey())) {
            try {
                Thread.sleep(time.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Reply.hangUp();
            }
        }
        return script.answer(command);
    }
}
