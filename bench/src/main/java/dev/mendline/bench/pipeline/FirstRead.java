package dev.mendline.bench.pipeline;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Kafka interceptor that records the moment of the first read of any topology. Kafka creates it by name. */
public final class FirstRead implements ConsumerInterceptor<byte[], byte[]> {
    /** Configuration key of the place for that moment. */
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
