package dev.mendline.lab.peer;

import java.time.Duration;
import java.util.Set;
import org.bson.BsonDocument;

/** Behavior of a peer on one connection: its reply to each command, in order. Methods vary one property each. */
@FunctionalInterface
public interface Script {
    Reply answer(BsonDocument command);

    /** Closes the connection at the first command. */
    static Script hangUp() {
        return command -> Reply.hangUp();
    }

    /** Never answers. */
    static Script silence() {
        return command -> Reply.silence();
    }

    /** Answers with bytes that are no MongoDB message. */
    static Script garbage() {
        return command -> Reply.garbage();
    }

    /** Returns this script with another answer to these commands, if they would have succeeded. */
    default Script instead(BsonDocument reply, String... commands) {
        return new OverriddenReplies(this, command -> reply.clone(), Set.of(commands));
    }

    /** Returns this script with an error for these commands, if they would have succeeded. */
    default Script refusing(ServerError error, String... commands) {
        return new OverriddenReplies(this, error::to, Set.of(commands));
    }

    /** Returns this script with a delay for these commands. */
    default Script slow(Duration time, String... commands) {
        return new DelayedCommands(this, time, Set.of(commands));
    }

    /** Returns this script without answers to these commands. */
    default Script silentTo(String... commands) {
        Set<String> unheard = Set.of(commands);
        return command -> unheard.contains(command.getFirstKey()) ? Reply.silence() : answer(command);
    }

    /** Returns this script with idle connections cut at the next command after the pause. */
    default Script cutAfter(Duration pause) {
        return new IdleCutoff(this, pause);
    }
}
