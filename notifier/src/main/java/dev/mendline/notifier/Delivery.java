package dev.mendline.notifier;

import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What became of one message. */
public sealed interface Delivery {
    /** Takes the function of its own case. */
    <T> T fold(Function<Sent, T> sent, Function<RetryLater, T> retryLater, Function<Rejected, T> rejected);

    /**
     * It stands there now.
     *
     * @param thread where to find it for the next edit; null where a channel cannot edit
     */
    record Sent(@Nullable String thread) implements Delivery {
        @Override
        public <T> T fold(Function<Sent, T> sent, Function<RetryLater, T> retryLater, Function<Rejected, T> rejected) {
            return sent.apply(this);
        }
    }

    /**
     * Not now; the same message may pass later.
     *
     * @param after the least time to wait
     * @param reason for people, without secrets
     */
    record RetryLater(Duration after, String reason) implements Delivery {
        @Override
        public <T> T fold(Function<Sent, T> sent, Function<RetryLater, T> retryLater, Function<Rejected, T> rejected) {
            return retryLater.apply(this);
        }
    }

    /**
     * Never in this form; somebody has to mend something.
     *
     * @param reason for people, without secrets
     */
    record Rejected(String reason) implements Delivery {
        @Override
        public <T> T fold(Function<Sent, T> sent, Function<RetryLater, T> retryLater, Function<Rejected, T> rejected) {
            return rejected.apply(this);
        }
    }
}
