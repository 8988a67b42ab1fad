package dev.mendline.lab.peer;

import java.time.Duration;
import org.bson.BsonDocument;

/**
 * Cuts who was idle, as a firewall does: nobody is told, the first command after the pause finds the connection gone. A
 * monitor that polls more often than the pause is long does not notice.
 */
final class IdleCutoff implements Script {
    private final Script script;
    private final Duration pause;
    private long last = System.nanoTime();

    IdleCutoff(Script script, Duration pause) {
        this.script = script;
        this.pause = pause;
    }

    @Override
    public Reply answer(BsonDocument command) {
        long now = System.nanoTime();
        boolean cut = now - last > pause.toNanos();
        last = now;
        return cut ? Reply.hangUp() : script.answer(command);
    }
}
