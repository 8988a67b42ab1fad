package dev.mendline.notifier.channel;

import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Result of sending one message to one channel. */
public sealed interface Delivery {
    /** Applies the function of this case and returns its result. */
    <T> T fold(Function<Sent, T> sent, Function<RetryLater, T> retryLater, Function<Rejected, T> rejected);

    /**
     * The channel shows the message.
     *
     * @param messageId id to pass with the next edit; null if the channel cannot edit
     */
    record Sent(@Nullable String messageId) implements Delivery {
        @Override
        public <T> T fold(Function<Sent, T> sent, Function<RetryLater, T> retryLater, Function<Rejected, T> rejected) {
            return sent.apply(this);
        }
    }

    /**
     * Temporary failure: the channel may accept the same message later.
     *
     * @param after minimum time to wait
     * @param reason text for operators, without secrets
     */
    record RetryLater(Duration after, String reason) implements Delivery {
        @Override
        public <T> T fold(Function<Sent, T> sent, Function<RetryLater, T> retryLater, Function<Rejected, T> rejected) {
            return retryLater.apply(this);
        }
    }

    /**
     * Permanent failure: the channel accepts this message only after somebody fixes the cause.
     *
     * @param reason text for operators, without secrets
     */
    record Rejected(String reason) implements Delivery {
        @Override
        public <T> T fold(Function<Sent, T> sent, Function<RetryLater, T> retryLater, Function<Rejected, T> rejected) {
            return rejected.apply(this);
        }
    }
}
