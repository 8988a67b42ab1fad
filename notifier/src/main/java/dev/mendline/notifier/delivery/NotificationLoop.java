package dev.mendline.notifier.delivery;

import dev.mendline.model.Json;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Notification;
import dev.mendline.notifier.message.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loop of the notifier. Each turn reads incidents, collects results, writes the notification log, sends what is due and
 * commits the settled offsets. After each assignment of partitions it first reads the notification log to its end,
 * because another notifier may have posted from those partitions.
 */
final class NotificationLoop implements ConsumerRebalanceListener {
    private static final Logger LOG = LoggerFactory.getLogger(NotificationLoop.class);

    private final String topic;
    private final Consumer<String, byte[]> incidents;
    private final NotificationLog log;
    private final List<ChannelSender> senders;
    private final InstantSource clock;
    private final Deque<ConsumerRecord<String, byte[]>> unread = new ArrayDeque<>();
    private final Map<Integer, Long> nextOffsets = new HashMap<>();
    private Map<TopicPartition, OffsetAndMetadata> committed = Map.of();
    private boolean logIsBehind = true;

    NotificationLoop(
            String topic,
            Consumer<String, byte[]> incidents,
            NotificationLog log,
            List<ChannelSender> senders,
            InstantSource clock) {
        this.topic = topic;
        this.incidents = incidents;
        this.log = log;
        this.senders = senders;
        this.clock = clock;
        incidents.subscribe(List.of(topic), this);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        logIsBehind = true;
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            unread.removeIf(record -> record.partition() == partition.partition());
            nextOffsets.remove(partition.partition());
            senders.forEach(sender -> sender.outbox().leave(partition.partition()));
        }
    }

    /** Runs one turn. Waits at most {@code wait} for incidents. */
    void turn(Duration wait) throws InterruptedException {
        incidents.poll(wait).forEach(unread::add);
        if (logIsBehind) {
            logIsBehind = !log.catchUp(this::restore);
        }
        if (!logIsBehind) {
            readIncidents();
            collect();
            senders.forEach(sender -> sender.dispatch(clock.instant()));
        }
        if (log.flush()) {
            commit();
        }
    }

    /** Waits at most {@code longest} for the messages in flight, so that the notification log contains them. */
    void finish(Duration longest) throws InterruptedException {
        Instant end = clock.instant().plus(longest);
        for (ChannelSender sender : senders) {
            Duration left = Duration.between(clock.instant(), end);
            sender.await(left.isNegative() ? Duration.ZERO : left);
        }
        collect();
        if (log.flush()) {
            try {
                incidents.commitSync(settled(), longest);
            } catch (RetriableException e) {
                LOG.debug("The last offsets are not committed; the next start reads those incidents again");
            }
        }
    }

    private void restore(Notification entry) {
        senders.stream()
                .filter(sender -> sender.channel().equals(entry.destination()))
                .forEach(sender -> sender.outbox().restore(entry));
    }

    private void readIncidents() {
        for (ConsumerRecord<String, byte[]> record; (record = unread.poll()) != null; ) {
            nextOffsets.put(record.partition(), record.offset() + 1);
            if (record.value() == null) {
                forget(record.key());
            } else {
                offer(record);
            }
        }
    }

    private void offer(ConsumerRecord<String, byte[]> record) {
        Incident incident;
        Message message;
        try {
            incident = Json.read(record.value(), Incident.class);
            message = Message.of(incident);
        } catch (RuntimeException e) {
            // The record is not JSON or lacks a required field. It must not stop the other incidents.
            warnUnreadable(record);
            return;
        }
        Outbox.Position position = new Outbox.Position(record.partition(), record.offset());
        Instant now = clock.instant();
        senders.forEach(sender -> sender.outbox().offer(incident, message, position, now));
    }

    static void warnUnreadable(ConsumerRecord<String, byte[]> record) {
        LOG.warn("Skipped an unreadable record: {}-{}@{}", record.topic(), record.partition(), record.offset());
    }

    private void forget(String incident) {
        for (ChannelSender sender : senders) {
            if (sender.outbox().forget(incident)) {
                log.delete(incident, sender.channel());
            }
        }
    }

    private void collect() {
        senders.forEach(sender -> sender.collect(clock.instant()).ifPresent(log::write));
    }

    private void commit() {
        Map<TopicPartition, OffsetAndMetadata> settled = settled();
        if (!settled.equals(committed)) {
            incidents.commitAsync(settled, null);
            committed = settled;
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> settled() {
        Map<Integer, Long> offsets = new HashMap<>(nextOffsets);
        Instant now = clock.instant();
        for (ChannelSender sender : senders) {
            for (Outbox.Position position : sender.outbox().unsettled(now)) {
                offsets.computeIfPresent(
                        position.partition(), (partition, offset) -> Math.min(offset, position.offset()));
            }
        }
        Map<TopicPartition, OffsetAndMetadata> settled = new HashMap<>();
        offsets.forEach((partition, offset) ->
                settled.put(new TopicPartition(topic, partition), new OffsetAndMetadata(offset)));
        return settled;
    }
}
