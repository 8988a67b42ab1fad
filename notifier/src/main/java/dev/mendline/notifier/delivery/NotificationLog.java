package dev.mendline.notifier.delivery;

import dev.mendline.model.Json;
import dev.mendline.model.incident.Notification;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compacted topic of what each channel shows: key {@code incident|channel}, value {@link Notification}. */
final class NotificationLog {
    private static final Logger LOG = LoggerFactory.getLogger(NotificationLog.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration POLL = Duration.ofMillis(100);

    private final String topic;
    private final Consumer<String, byte[]> reader;
    private final Producer<String, byte[]> writer;
    private final Deque<ProducerRecord<String, byte[]>> unwritten = new ArrayDeque<>();
    private List<TopicPartition> partitions = List.of();
    private boolean missingReported;
    private @Nullable Map<TopicPartition, Long> ends;

    NotificationLog(String topic, Consumer<String, byte[]> reader, Producer<String, byte[]> writer) {
        this.topic = topic;
        this.reader = reader;
        this.writer = writer;
    }

    /**
     * Reads the next entries, up to the end that the topic had at the first call.
     *
     * @return true if that end is reached; if not, call again
     */
    boolean catchUp(java.util.function.Consumer<Notification> onEntry) {
        try {
            if (partitions.isEmpty() && !assign()) {
                return false;
            }
            if (ends == null) {
                ends = reader.endOffsets(partitions, TIMEOUT);
            }
            for (ConsumerRecord<String, byte[]> record : reader.poll(POLL)) {
                read(record, onEntry);
            }
            for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
                if (reader.position(end.getKey(), TIMEOUT) < end.getValue()) {
                    return false;
                }
            }
            ends = null;
            return true;
        } catch (RetriableException e) {
            return false;
        }
    }

    private boolean assign() {
        List<TopicPartition> found = reader.partitionsFor(topic, TIMEOUT).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        reader.assign(found);
        reader.seekToBeginning(found);
        partitions = found;
        if (found.isEmpty() && !missingReported) {
            LOG.warn("Topic {} does not exist; notifications are paused until it exists", topic);
            missingReported = true;
        }
        return !found.isEmpty();
    }

    private static void read(ConsumerRecord<String, byte[]> record, java.util.function.Consumer<Notification> onEntry) {
        if (record.value() != null) {
            Json.readIfPossible(record.value(), Notification.class)
                    .ifPresentOrElse(onEntry, () -> NotificationLoop.warnUnreadable(record));
        }
    }

    void write(Notification entry) {
        unwritten.add(new ProducerRecord<>(topic, key(entry.incident(), entry.destination()), Json.bytes(entry)));
    }

    void delete(String incident, String channel) {
        unwritten.add(new ProducerRecord<>(topic, key(incident, channel), null));
    }

    private static String key(String incident, String channel) {
        return incident + "|" + channel;
    }

    /** Writes the queued entries. Returns true if all are written; the others stay queued for the next call. */
    boolean flush() throws InterruptedException {
        while (!unwritten.isEmpty()) {
            try {
                writer.send(unwritten.element()).get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException | RetriableException e) {
                return false;
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RetriableException) {
                    return false;
                }
                throw new IllegalStateException("cannot write to topic " + topic, e.getCause());
            } catch (InterruptException e) {
                throw new InterruptedException();
            }
            unwritten.remove();
        }
        return true;
    }
}
