package dev.mendline.probes.worker;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockShareConsumer;
import org.apache.kafka.common.TopicPartition;

/** A share consumer as a broker of 4.3 makes it behave: what was renewed comes again, and nothing new beside it. */
final class FakeShareGroup extends MockShareConsumer<String, String> {
    private static final String TOPIC = "requests";

    private final Deque<ConsumerRecord<String, String>> sent = new ArrayDeque<>();
    private final Map<Long, ConsumerRecord<String, String>> inHand = new HashMap<>();
    private final int lockMillis;
    private List<ConsumerRecord<String, String>> renewed = List.of();
    private long offset;

    /** Every acknowledgement, as {@code offset TYPE}. */
    final List<String> acknowledged = new ArrayList<>();

    boolean closed;

    FakeShareGroup(int lockMillis) {
        this.lockMillis = lockMillis;
    }

    void send(String... values) {
        for (String value : values) {
            sent.add(new ConsumerRecord<>(TOPIC, 0, offset++, null, value));
        }
    }

    /** The lock is lost: the record is delivered again though nobody gave it back. */
    void loseLocks() {
        sent.addAll(renewed);
        renewed = List.of();
    }

    @Override
    public ConsumerRecords<String, String> poll(Duration timeout) {
        if (!inHand.isEmpty()) {
            throw new IllegalStateException("All records must be acknowledged in explicit acknowledgement mode.");
        }
        List<ConsumerRecord<String, String>> batch = new ArrayList<>(renewed);
        if (batch.isEmpty()) {
            batch.addAll(sent);
            sent.clear();
        }
        renewed = List.of();
        batch.forEach(each -> inHand.put(each.offset(), each));
        return new ConsumerRecords<>(
                batch.isEmpty() ? Map.of() : Map.of(new TopicPartition(TOPIC, 0), batch), Map.of());
    }

    @Override
    public void acknowledge(ConsumerRecord<String, String> each, AcknowledgeType type) {
        if (inHand.remove(each.offset()) == null) {
            throw new IllegalStateException("The record cannot be acknowledged.");
        }
        acknowledged.add(each.offset() + " " + type.name());
        if (type == AcknowledgeType.RENEW) {
            renewed = new ArrayList<>(renewed);
            renewed.add(each);
        }
    }

    @Override
    public Optional<Integer> acquisitionLockTimeoutMs() {
        return Optional.of(lockMillis);
    }

    @Override
    public void close(Duration timeout) {
        closed = true;
    }
}
