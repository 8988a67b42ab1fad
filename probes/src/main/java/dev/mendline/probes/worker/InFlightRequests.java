package dev.mendline.probes.worker;

import dev.mendline.probes.worker.ProbeQueue.End;
import dev.mendline.probes.worker.ProbeQueue.Taken;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Requests that a member of an ordinary consumer group has read and not finished. A partition may be taken away and
 * come back while its requests run; they are not handed out a second time then. Thread-safe.
 */
final class InFlightRequests {
    private final int limit;
    private final Map<TopicPartition, PartitionProgress> ledgers = new HashMap<>();
    private final Deque<ConsumerRecord<String, String>> waiting = new ArrayDeque<>();
    /** Requests in progress, including those of partitions that were taken away. */
    private final Map<String, ConsumerRecord<String, String>> held = new HashMap<>();

    /** @param limit maximum number of requests in progress */
    InFlightRequests(int limit) {
        this.limit = limit;
    }

    synchronized void own(TopicPartition partition, @Nullable OffsetAndMetadata left) {
        ledgers.put(partition, PartitionProgress.after(left));
    }

    synchronized void disown(Collection<TopicPartition> partitions) {
        partitions.forEach(ledgers::remove);
        waiting.removeIf(record -> partitions.contains(partition(record)));
    }

    synchronized void read(ConsumerRecord<String, String> record) {
        PartitionProgress ledger = ledgers.computeIfAbsent(partition(record), each -> PartitionProgress.after(null));
        if (ledger.begin(record.offset()) && !held.containsKey(Taken.key(record))) {
            waiting.addLast(record);
        }
    }

    synchronized List<Taken> handOut() {
        List<Taken> out = new ArrayList<>();
        while (held.size() < limit && !waiting.isEmpty()) {
            ConsumerRecord<String, String> record = waiting.removeFirst();
            held.put(Taken.key(record), record);
            out.add(Taken.of(record));
        }
        return out;
    }

    /** Waits while the limit is reached; returns true if more requests should be read. */
    synchronized boolean awaitRoom(Duration wait) throws InterruptedException {
        long end = System.nanoTime() + wait.toNanos();
        long left = wait.toNanos();
        while (held.size() >= limit && left > 0) {
            // Object.wait(0) would wait for ever.
            TimeUnit.MILLISECONDS.timedWait(this, Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)));
            left = end - System.nanoTime();
        }
        return held.size() < limit && waiting.isEmpty();
    }

    /** Ignores the end of a request whose partition was taken away; its next owner runs it again. */
    synchronized void finish(String key, End end) {
        ConsumerRecord<String, String> record = held.remove(key);
        PartitionProgress ledger = record == null ? null : ledgers.get(partition(record));
        if (record != null && ledger != null) {
            if (end != End.AGAIN) {
                ledger.finish(record.offset());
            } else if (ledger.isOpen(record.offset())) {
                waiting.addLast(record);
            }
        }
        notifyAll();
    }

    /** Returns the offsets to commit for these partitions. */
    synchronized Map<TopicPartition, OffsetAndMetadata> news(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> news = new HashMap<>();
        for (TopicPartition each : partitions) {
            PartitionProgress ledger = ledgers.get(each);
            OffsetAndMetadata commit = ledger == null ? null : ledger.news();
            if (commit != null) {
                news.put(each, commit);
            }
        }
        return news;
    }

    synchronized void committed(Map<TopicPartition, OffsetAndMetadata> sent) {
        sent.forEach((partition, commit) -> {
            PartitionProgress ledger = ledgers.get(partition);
            if (ledger != null) {
                ledger.committed(commit);
            }
        });
    }

    private static TopicPartition partition(ConsumerRecord<String, String> record) {
        return new TopicPartition(record.topic(), record.partition());
    }
}
