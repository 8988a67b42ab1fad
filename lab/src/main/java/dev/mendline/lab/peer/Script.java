package dev.mendline.lab.peer;

import java.time.Duration;
import java.util.Set;
import org.bson.BsonDocument;

/** How a peer behaves on one connection: its reply to each command, in order. The variations lie in one thing each. */
@FunctionalInterface
public interface Script {
    Reply answer(BsonDocument command);

    /** Hangs up at the first command, without a word. */
    static Script hangUp() {
        return command -> Reply.hangUp();
    }

    /** Never answers. */
    static Script silence() {
        return command -> Reply.silence();
    }

    /** Answers with what is no message of MongoDB's. */
    static Script garbage() {
        return command -> Reply.garbage();
    }

    /** The same, but these commands, where they would have gone well, are answered so. */
    default Script instead(BsonDocument reply, String... commands) {
        return new OverriddenReplies(this, command -> reply.clone(), Set.of(commands));
    }

    /** The same, but these commands, where they would have gone well, fail so. */
    default Script refusing(ServerError error, String... commands) {
        return new OverriddenReplies(this, error::to, Set.of(commands));
    }

    /** The same, but these commands take so long. */
    default Script slow(Duration time, String... commands) {
        return new DelayedCommands(this, time, Set.of(commands));
    }

    /** The same, but these commands are never answered. */
    default Script silentTo(String... commands) {
        Set<String> unheard = Set.of(commands);
        return command -> unheard.contains(command.getFirstKey()) ? Reply.silence() : answer(command);
    }

    /** The same, but who said nothing for so long finds the connection cut at the next command. */
    default Script cutAfter(Duration pause) {
        return new IdleCutoff(this, pause);
    }
}
