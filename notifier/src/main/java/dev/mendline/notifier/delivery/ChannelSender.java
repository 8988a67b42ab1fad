package dev.mendline.notifier.delivery;

import dev.mendline.model.incident.Notification;
import dev.mendline.notifier.channel.Channel;
import dev.mendline.notifier.channel.Delivery;
import dev.mendline.notifier.routing.PostingPolicy;
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
    private final NotifierMetrics metrics;
    private @Nullable CompletableFuture<Delivery> inFlight;
    private String lastFailure = "";

    ChannelSender(Channel channel, PostingPolicy policy, Executor executor, NotifierMetrics metrics) {
        this.channel = channel;
        this.executor = executor;
        this.metrics = metrics;
        this.outbox = new Outbox(channel.name(), policy);
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

    /** Counts the result and logs it if it differs from the last one. */
    private void report(Delivery delivery) {
        String failure = delivery.fold(sent -> "", Delivery.RetryLater::reason, Delivery.Rejected::reason);
        boolean changed = !failure.equals(lastFailure);
        lastFailure = failure;
        delivery.fold(
                sent -> {
                    metrics.countSent();
                    if (changed) {
                        LOG.info("Channel '{}' accepts messages again", channel.name());
                    }
                    return sent;
                },
                later -> {
                    if (changed) {
                        LOG.warn("Channel '{}' does not accept messages, retrying: {}", channel.name(), failure);
                    }
                    return later;
                },
                rejected -> {
                    metrics.countRejected();
                    if (changed) {
                        LOG.error("Channel '{}' rejected a message: {}", channel.name(), failure);
                    }
                    return rejected;
                });
    }
}
