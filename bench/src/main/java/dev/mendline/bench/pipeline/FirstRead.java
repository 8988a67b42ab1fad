package dev.mendline.bench.pipeline;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Hears of the first lines that a topology reads, whichever topology it is. Kafka makes it, by its name. */
public final class FirstRead implements ConsumerInterceptor<byte[], byte[]> {
    /** The key under which a run gives the place to write the moment into. */
    static final String INTO = "mendline.bench.first-read";

    private AtomicReference<Moment> into = new AtomicReference<>();

    @Override
    @SuppressWarnings("unchecked")
    public void configure(Map<String, ?> configs) {
        if (configs.get(INTO) instanceof AtomicReference<?> place) {
            into = (AtomicReference<Moment>) place;
        }
    }

    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
        if (into.get() == null && !records.isEmpty()) {
            into.compareAndSet(null, Moment.now());
        }
        return records;
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

    @Override
    public void close() {}
}
