package dev.mendline.probes.worker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Queue on a share group (KIP-932). A poll requires that all records of the last one are acknowledged, and returns
 * renewed records again before new ones. So the current records form one batch. It is acknowledged when all of them are
 * finished, or when half of their lock time has passed (KIP-1222).
 */
final class ShareQueue implements ProbeQueue {
    /** Work to do before the group's first member joins. */
    interface Preparation extends AutoCloseable {
        /** Called before every poll; does its work once. */
        void prepare();

        @Override
        default void close() {}
    }

    private static final int LOCK_MILLIS = 30_000;
    private static final Duration CLOSE = Duration.ofSeconds(1);

    private final ShareConsumer<String, String> consumer;
    private final Preparation preparation;
    /** Requests that were taken and are not acknowledged; empty while a probe runs. */
    private final Map<String, Optional<End>> taken = new HashMap<>();

    private List<ConsumerRecord<String, String>> inHand = List.of();
    private long renewAt;

    ShareQueue(ShareConsumer<String, String> consumer, Preparation preparation) {
        this.consumer = consumer;
        this.preparation = preparation;
    }

    @Override
    public List<Taken> take(Duration wait) {
        preparation.prepare();
        if (!readyToSettle(wait)) {
            return List.of();
        }
        inHand.forEach(record -> settle(record, AcknowledgeType.RENEW));
        inHand = List.of();
        List<ConsumerRecord<String, String>> polled = new ArrayList<>();
        consumer.poll(wait).forEach(polled::add);
        inHand = polled;
        renewAt = System.nanoTime()
                + TimeUnit.MILLISECONDS.toNanos(
                        consumer.acquisitionLockTimeoutMs().orElse(LOCK_MILLIS) / 2);
        return unseen(polled);
    }

    @Override
    public synchronized void finish(Taken request, End end) {
        taken.put(request.key(), Optional.of(end));
        notifyAll();
    }

    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        try {
            inHand.forEach(record -> settle(record, AcknowledgeType.RELEASE));
            consumer.close(CLOSE);
            preparation.close();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Waits for the current batch; returns false if it is neither finished nor due for renewal. */
    private synchronized boolean readyToSettle(Duration wait) {
        long giveUp = System.nanoTime() + wait.toNanos();
        try {
            while (!inHand.stream().allMatch(record -> end(record).isPresent())) {
                long now = System.nanoTime();
                if (now - renewAt >= 0) {
                    return true;
                }
                if (now - giveUp >= 0) {
                    return false;
                }
                // Object.wait(0) would wait for ever.
                long left = TimeUnit.NANOSECONDS.toMillis(Math.min(giveUp - now, renewAt - now));
                TimeUnit.MILLISECONDS.timedWait(this, Math.max(1, left));
            }
            return true;
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private synchronized void settle(ConsumerRecord<String, String> record, AcknowledgeType unfinished) {
        Optional<End> end = end(record);
        consumer.acknowledge(record, end.map(ShareQueue::type).orElse(unfinished));
        if (end.isPresent()) {
            taken.remove(Taken.key(record));
        }
    }

    /** Filters known records: polls return renewed records again, and those whose lock expired during their probe. */
    private synchronized List<Taken> unseen(List<ConsumerRecord<String, String>> polled) {
        return polled.stream()
                .filter(record -> taken.putIfAbsent(Taken.key(record), Optional.empty()) == null)
                .map(Taken::of)
                .toList();
    }

    private Optional<End> end(ConsumerRecord<String, String> record) {
        return taken.getOrDefault(Taken.key(record), Optional.empty());
    }

    private static AcknowledgeType type(End end) {
        return switch (end) {
            case DONE -> AcknowledgeType.ACCEPT;
            case AGAIN -> AcknowledgeType.RELEASE;
            case UNREADABLE -> AcknowledgeType.REJECT;
        };
    }
}
