package dev.mendline.notifier;

import dev.mendline.model.Json;
import dev.mendline.model.incident.Notification;
import java.io.UncheckedIOException;
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

/** The compacted topic of what stands where: key {@code incident|channel}, value {@link Notification}. */
final class Ledger {
    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration POLL = Duration.ofMillis(100);

    private final String topic;
    private final Consumer<String, byte[]> reader;
    private final Producer<String, byte[]> writer;
    private final Tally tally;
    private final Deque<ProducerRecord<String, byte[]>> unwritten = new ArrayDeque<>();
    private List<TopicPartition> partitions = List.of();
    private boolean missed;
    private @Nullable Map<TopicPartition, Long> ends;

    Ledger(String topic, Consumer<String, byte[]> reader, Producer<String, byte[]> writer, Tally tally) {
        this.topic = topic;
        this.reader = reader;
        this.writer = writer;
        this.tally = tally;
    }

    /**
     * Reads on towards the end that the topic had when this began.
     *
     * @return whether that end is reached; if not, call again
     */
    boolean catchUp(java.util.function.Consumer<Notification> line) {
        try {
            if (partitions.isEmpty() && !find()) {
                return false;
            }
            if (ends == null) {
                ends = reader.endOffsets(partitions, PATIENCE);
            }
            for (ConsumerRecord<String, byte[]> record : reader.poll(POLL)) {
                read(record, line);
            }
            for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
                if (reader.position(end.getKey(), PATIENCE) < end.getValue()) {
                    return false;
                }
            }
            ends = null;
            return true;
        } catch (RetriableException e) {
            return false;
        }
    }

    private boolean find() {
        List<TopicPartition> found = reader.partitionsFor(topic, PATIENCE).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        reader.assign(found);
        reader.seekToBeginning(found);
        partitions = found;
        if (found.isEmpty() && !missed) {
            LOG.warn("The topic {} does not exist; nothing is told until it does", topic);
            missed = true;
        }
        return !found.isEmpty();
    }

    private void read(ConsumerRecord<String, byte[]> record, java.util.function.Consumer<Notification> line) {
        if (record.value() == null) {
            return;
        }
        try {
            Notification read = Json.read(record.value(), Notification.class);
            if (read.incident() == null || read.destination() == null || read.digest() == null || read.at() == null) {
                Pump.unreadable(tally, record);
            } else {
                line.accept(read);
            }
        } catch (UncheckedIOException e) {
            Pump.unreadable(tally, record);
        }
    }

    void write(Notification line) {
        unwritten.add(new ProducerRecord<>(topic, key(line.incident(), line.destination()), Json.bytes(line)));
    }

    void erase(String incident, String channel) {
        unwritten.add(new ProducerRecord<>(topic, key(incident, channel), null));
    }

    private static String key(String incident, String channel) {
        return incident + "|" + channel;
    }

    /** Whether all lines stand in the topic now; those that do not are kept for the next call. */
    boolean flush() throws InterruptedException {
        while (!unwritten.isEmpty()) {
            try {
                writer.send(unwritten.element()).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException | RetriableException e) {
                return false;
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RetriableException) {
                    return false;
                }
                throw new IllegalStateException("the ledger cannot be written", e.getCause());
            } catch (InterruptException e) {
                throw new InterruptedException();
            }
            unwritten.remove();
        }
        return true;
    }
}
