package dev.mendline.bench.pipeline;

import dev.mendline.model.Json;
import dev.mendline.model.incident.Incident;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Consumer of committed records that notes when each deployment first appears. */
final class Arrivals implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(50);

    private final Map<String, Long> first = new ConcurrentHashMap<>();
    private final AtomicBoolean isOver = new AtomicBoolean();
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Function<byte[], @Nullable String> target;
    private final Thread thread;

    private Arrivals(KafkaConsumer<byte[], byte[]> consumer, Function<byte[], @Nullable String> target) {
        this.consumer = consumer;
        this.target = target;
        this.thread = new Thread(this::watch, "arrivals");
    }

    /** Starts watching a run's output. */
    static Arrivals of(Ground ground, Run run) {
        boolean isWhole = run.entrant() == Entrant.WHOLE;
        String topic = isWhole ? run.topics().incidents() : run.output();
        KafkaConsumer<byte[], byte[]> consumer = ground.consumer();
        List<TopicPartition> partitions = IntStream.range(0, Ground.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Arrivals arrivals = new Arrivals(consumer, isWhole ? Arrivals::targetOf : Outbreak::targetIn);
        arrivals.thread.start();
        return arrivals;
    }

    private static @Nullable String targetOf(byte[] incident) {
        return Json.read(incident, Incident.class).target();
    }

    private void watch() {
        while (!isOver.get()) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                long now = System.nanoTime();
                String heard = record.value() == null ? null : target.apply(record.value());
                if (heard != null) {
                    first.putIfAbsent(heard, now);
                }
            }
        }
    }

    boolean has(String deployment) {
        return first.containsKey(deployment);
    }

    /** Returns the arrival by {@link System#nanoTime}, for a deployment that has arrived. */
    long at(String deployment) {
        Long at = first.get(deployment);
        if (at == null) {
            throw new IllegalArgumentException(deployment + " has not arrived");
        }
        return at;
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
