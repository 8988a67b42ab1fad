package dev.mendline.lab.peer;

import java.time.Duration;
import org.bson.BsonDocument;

/**
 * Script that cuts idle connections silently, like a firewall: the first command after the pause fails. A monitor that
 * polls within the pause does not notice.
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
