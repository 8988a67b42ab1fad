package dev.mendline.notifier.delivery;

import dev.mendline.model.incident.Notification;
import dev.mendline.notifier.channel.Channel;
import dev.mendline.notifier.channel.Delivery;
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

/** Sends the messages of an outbox to its channel, one at a time and on its own thread, so a slow channel delays no other. */
final class ChannelSender {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelSender.class);

    private final Channel channel;
    private final Executor executor;
    private final Outbox outbox;
    private @Nullable CompletableFuture<Delivery> inFlight;
    private String lastFailure = "";

    ChannelSender(Channel channel, Executor executor) {
        this.channel = channel;
        this.executor = executor;
        this.outbox = new Outbox(channel.name());
    }

    Outbox outbox() {
        return outbox;
    }

    String channel() {
        return channel.name();
    }

    /** Sends the next message that is due, unless one is in flight. */
    void dispatch(Instant now) {
        if (inFlight == null) {
            inFlight = outbox.next(now)
                    .map(next -> CompletableFuture.supplyAsync(
                            () -> channel.deliver(next.message(), next.messageId()), executor))
                    .orElse(null);
        }
    }

    /** Takes the result of the message in flight. Returns the new entry for the notification log, if any. */
    Optional<Notification> collect(Instant now) {
        if (inFlight == null || !inFlight.isDone()) {
            return Optional.empty();
        }
        Delivery delivery = inFlight.join();
        inFlight = null;
        report(delivery);
        return outbox.settle(delivery, now);
    }

    /** Waits until the message in flight has a result, at most {@code longest}. */
    void await(Duration longest) throws InterruptedException {
        if (inFlight != null) {
            try {
                inFlight.get(longest.toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException | TimeoutException e) {
                LOG.warn("Channel '{}' did not confirm the last message before the notifier stopped", channel.name());
            }
        }
    }

    /** Logs the result if its reason differs from the last one. */
    private void report(Delivery delivery) {
        if (delivery.reason().equals(lastFailure)) {
            return;
        }
        lastFailure = delivery.reason();
        if (delivery instanceof Delivery.Sent) {
            LOG.info("Channel '{}' accepts messages again", channel.name());
        } else if (delivery instanceof Delivery.Rejected) {
            LOG.error("Channel '{}' rejected a message: {}", channel.name(), lastFailure);
        } else {
            LOG.warn("Channel '{}' does not accept messages, retrying: {}", channel.name(), lastFailure);
        }
    }
}
