package dev.mendline.notifier.channel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Result of sending one message to one channel. */
public sealed interface Delivery {
    /** Returns the reason of a failure, for operators and without secrets; empty if the message was sent. */
    default String reason() {
        return "";
    }

    /**
     * The channel shows the message.
     *
     * @param messageId id to pass with the next edit; null if the channel cannot edit
     */
    record Sent(@Nullable String messageId) implements Delivery {}

    /**
     * Temporary failure: the channel may accept the same message later.
     *
     * @param after minimum time to wait
     */
    record RetryLater(Duration after, String reason) implements Delivery {}

    /** Permanent failure: the channel accepts this message only after somebody fixes the cause. */
    record Rejected(String reason) implements Delivery {}
}
