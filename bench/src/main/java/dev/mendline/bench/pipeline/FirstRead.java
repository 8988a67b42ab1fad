package dev.mendline.bench.pipeline;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;
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

    /**
     * Point in time.
     *
     * @param nanos wall clock
     * @param cpu processor time of this process in nanoseconds, including its broker and garbage collector
     * @param at date and time, as in the JVM's recordings
     */
    record Moment(long nanos, long cpu, Instant at) {
        private static final OperatingSystemMXBean SYSTEM =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

        static Moment now() {
            return new Moment(System.nanoTime(), SYSTEM.getProcessCpuTime(), Instant.now());
        }
    }

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
