package dev.mendline.bench.pipeline;

import dev.mendline.model.Json;
import dev.mendline.model.incident.Incident;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.jspecify.annotations.Nullable;

/** Consumer of committed records that notes when each deployment first appears. */
final class Arrivals implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(50);

    private final Map<String, Long> first = new ConcurrentHashMap<>();
    private final AtomicBoolean isOver = new AtomicBoolean();
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Function<byte[], @Nullable String> target;
    private final Thread thread;

    /** Starts watching a run's output. */
    Arrivals(BenchBroker broker, TopologyRun run) {
        boolean isWhole = run.topology() == MeasuredTopology.WHOLE;
        consumer = broker.consumer(isWhole ? run.topics().incidents() : run.output());
        target = isWhole ? value -> Json.read(value, Incident.class).target() : NewTargetLines::targetIn;
        thread = new Thread(this::watch, "arrivals");
        thread.start();
    }

    private void watch() {
        while (!isOver.get()) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                long now = System.nanoTime();
                String deployment = record.value() == null ? null : target.apply(record.value());
                if (deployment != null) {
                    first.putIfAbsent(deployment, now);
                }
            }
        }
    }

    /** Returns the arrival of each deployment so far, by {@link System#nanoTime}. */
    Map<String, Long> first() {
        return first;
    }

    @Override
    public void close() {
        isOver.set(true);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        consumer.close();
    }
}
