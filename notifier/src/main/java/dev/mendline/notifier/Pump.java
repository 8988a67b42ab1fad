package dev.mendline.notifier;

import dev.mendline.model.Json;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Notification;
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
 * One turn after the other: read incidents, collect what the channels answered, write it into the ledger, send what is
 * due, and commit what is settled. Whenever partitions come to this reader, it first reads the ledger to its end, since
 * another reader may have posted from them.
 */
final class Pump implements ConsumerRebalanceListener {
    private static final Logger LOG = LoggerFactory.getLogger(Pump.class);

    private final String topic;
    private final Consumer<String, byte[]> incidents;
    private final Ledger ledger;
    private final List<Courier> couriers;
    private final Tally tally;
    private final InstantSource clock;
    private final Deque<ConsumerRecord<String, byte[]>> unread = new ArrayDeque<>();
    private final Map<Integer, Long> read = new HashMap<>();
    private Map<TopicPartition, OffsetAndMetadata> committed = Map.of();
    private boolean ledgerIsBehind = true;

    Pump(
            String topic,
            Consumer<String, byte[]> incidents,
            Ledger ledger,
            List<Courier> couriers,
            Tally tally,
            InstantSource clock) {
        this.topic = topic;
        this.incidents = incidents;
        this.ledger = ledger;
        this.couriers = couriers;
        this.tally = tally;
        this.clock = clock;
        incidents.subscribe(List.of(topic), this);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        ledgerIsBehind = true;
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            unread.removeIf(record -> record.partition() == partition.partition());
            read.remove(partition.partition());
            couriers.forEach(courier -> courier.outbox().leave(partition.partition()));
        }
    }

    /** One turn; {@code wait} is how long it may wait for incidents. */
    void turn(Duration wait) throws InterruptedException {
        incidents.poll(wait).forEach(unread::add);
        if (ledgerIsBehind) {
            ledgerIsBehind = !ledger.catchUp(this::recall);
        }
        if (!ledgerIsBehind) {
            readOn();
            collect();
            couriers.forEach(courier -> courier.dispatch(clock.instant()));
        }
        if (ledger.flush()) {
            commit();
        }
    }

    /** Waits a little for what is on its way, so that the ledger knows of it. */
    void finish(Duration longest) throws InterruptedException {
        Instant end = clock.instant().plus(longest);
        for (Courier courier : couriers) {
            Duration left = Duration.between(clock.instant(), end);
            courier.await(left.isNegative() ? Duration.ZERO : left);
        }
        collect();
        if (ledger.flush()) {
            try {
                incidents.commitSync(settled(), longest);
            } catch (RetriableException e) {
                LOG.debug(
                        "The last offsets are not committed; what stands there is read again, and the ledger knows it");
            }
        }
    }

    private void recall(Notification line) {
        couriers.stream()
                .filter(courier -> courier.channel().equals(line.destination()))
                .forEach(courier -> courier.outbox().recall(line));
    }

    private void readOn() {
        for (ConsumerRecord<String, byte[]> record; (record = unread.poll()) != null; ) {
            read.put(record.partition(), record.offset() + 1);
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
            // Not JSON, or JSON that lacks what every incident has: one bad record must not silence all others.
            unreadable(tally, record);
            return;
        }
        Outbox.Place place = new Outbox.Place(record.partition(), record.offset());
        couriers.forEach(courier -> courier.outbox().offer(incident, message, place));
    }

    private void forget(String incident) {
        for (Courier courier : couriers) {
            if (courier.outbox().forget(incident)) {
                ledger.erase(incident, courier.channel());
            }
        }
    }

    private void collect() {
        couriers.forEach(courier -> courier.collect(clock.instant()).ifPresent(ledger::write));
    }

    private void commit() {
        Map<TopicPartition, OffsetAndMetadata> settled = settled();
        if (!settled.equals(committed)) {
            incidents.commitAsync(settled, null);
            committed = settled;
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> settled() {
        Map<Integer, Long> offsets = new HashMap<>(read);
        Instant now = clock.instant();
        for (Courier courier : couriers) {
            for (Outbox.Place place : courier.outbox().unsettled(now)) {
                offsets.computeIfPresent(place.partition(), (partition, offset) -> Math.min(offset, place.offset()));
            }
        }
        Map<TopicPartition, OffsetAndMetadata> settled = new HashMap<>();
        offsets.forEach((partition, offset) ->
                settled.put(new TopicPartition(topic, partition), new OffsetAndMetadata(offset)));
        return settled;
    }

    /** The first is worth a line in the log, the others are counted. */
    static void unreadable(Tally tally, ConsumerRecord<String, byte[]> record) {
        if (tally.unreadable()) {
            LOG.warn(
                    "Skipped what cannot be read at {}-{}@{}; others are only counted",
                    record.topic(),
                    record.partition(),
                    record.offset());
        }
    }
}
