package dev.mendline.notifier;

import dev.mendline.model.incident.Notification;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries letters from an outbox to its channel, one at a time and off the reader's thread: a slow channel holds up no other. */
final class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final Channel channel;
    private final Executor executor;
    private final Outbox outbox;
    private final Tally tally;
    private @Nullable CompletableFuture<Delivery> answer;
    private String lastTrouble = "";

    Courier(Channel channel, Executor executor, Tally tally) {
        this.channel = channel;
        this.executor = executor;
        this.tally = tally;
        this.outbox = new Outbox(channel.name());
    }

    Outbox outbox() {
        return outbox;
    }

    String channel() {
        return channel.name();
    }

    /** Sends the next letter on its way, if one is due and none is. */
    void dispatch(Instant now) {
        if (answer == null) {
            answer = outbox.next(now)
                    .map(letter -> CompletableFuture.supplyAsync(
                            () -> channel.deliver(letter.message(), letter.thread()), executor))
                    .orElse(null);
        }
    }

    /** What the channel answered meanwhile; a line for the ledger if something stands there now. */
    Optional<Notification> collect(Instant now) {
        if (answer == null || !answer.isDone()) {
            return Optional.empty();
        }
        Delivery delivery = answer.join();
        answer = null;
        tell(delivery);
        return outbox.settle(delivery, now);
    }

    /** Waits for the letter on its way, at most so long. */
    void await(Duration longest) throws InterruptedException {
        if (answer != null) {
            try {
                answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException | TimeoutException e) {
                LOG.warn("A message to channel '{}' is left on its way", channel.name());
            }
        }
    }

    private void tell(Delivery delivery) {
        String trouble = delivery.fold(sent -> "", Delivery.RetryLater::reason, Delivery.Rejected::reason);
        delivery.fold(
                sent -> {
                    tally.sent();
                    if (!lastTrouble.isEmpty()) {
                        LOG.info("Channel '{}' takes messages again", channel.name());
                    }
                    return sent;
                },
                later -> {
                    if (!trouble.equals(lastTrouble)) {
                        LOG.warn("Channel '{}' takes no messages now, trying again: {}", channel.name(), trouble);
                    }
                    return later;
                },
                rejected -> {
                    tally.rejected();
                    if (!trouble.equals(lastTrouble)) {
                        LOG.error("Channel '{}' rejected a message: {}", channel.name(), trouble);
                    }
                    return rejected;
                });
        lastTrouble = trouble;
    }
}
