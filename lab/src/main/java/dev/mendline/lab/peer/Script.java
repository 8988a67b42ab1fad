package dev.mendline.lab.peer;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
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

    /** Reports to the first command that all connections are in use, and closes the connection. */
    static Script full(int open) {
        String message = "connection refused because too many open connections: " + open;
        return command -> Reply.lastWord(ServerError.document(8000, "AtlasError", message));
    }

    /** Returns this script with other replies to these commands, if they would have succeeded. */
    default Script replying(UnaryOperator<BsonDocument> reply, String... commands) {
        Set<String> replaced = Set.of(commands);
        return command -> {
            Reply usual = answer(command);
            return usual.good() && replaced.contains(command.getFirstKey()) ? Reply.of(reply.apply(command)) : usual;
        };
    }

    /** Returns this script with another answer to these commands, if they would have succeeded. */
    default Script instead(BsonDocument reply, String... commands) {
        return replying(command -> reply.clone(), commands);
    }

    /** Returns this script with an error for these commands, if they would have succeeded. */
    default Script refusing(ServerError error, String... commands) {
        return replying(error::to, commands);
    }

    /** Returns this script with a delay for these commands. */
    default Script slow(Duration time, String... commands) {
        Set<String> delayed = Set.of(commands);
        return command -> {
            if (delayed.contains(command.getFirstKey())) {
                try {
                    Thread.sleep(time.toMillis());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return Reply.hangUp();
                }
            }
            return answer(command);
        };
    }

    /** Returns this script without answers to these commands. */
    default Script silentTo(String... commands) {
        Set<String> unheard = Set.of(commands);
        return command -> unheard.contains(command.getFirstKey()) ? Reply.silence() : answer(command);
    }

    /**
     * Returns this script with idle connections cut silently, like by a firewall: the first command after the pause
     * fails. A monitor that polls within the pause does not notice.
     */
    default Script cutAfter(Duration pause) {
        AtomicLong last = new AtomicLong(System.nanoTime());
        return command -> {
            long now = System.nanoTime();
            return now - last.getAndSet(now) > pause.toNanos() ? Reply.hangUp() : answer(command);
        };
    }
}
