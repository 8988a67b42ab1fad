package dev.mendline.cli;

import dev.mendline.cli.kafka.Broker;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Error lines at a steady rate, until it is closed; each once, however often brokers come and go. */
final class Load implements AutoCloseable {
    private static final int EVERY_MILLIS = 50;

    private final KafkaProducer<String, byte[]> producer;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final AtomicLong taken = new AtomicLong();
    private final AtomicReference<@Nullable Exception> fault = new AtomicReference<>();
    private long next;

    /** @param deployments how many the lines are about, in turn */
    Load(Broker broker, int linesPerSecond, int deployments) {
        producer = broker.producer();
        String logs = broker.topics().logs();
        int lines = linesPerSecond * EVERY_MILLIS / 1_000;
        var unused = clock.scheduleAtFixedRate(
                () -> {
                    for (int i = 0; i < lines; i++) {
                        send(logs, (int) (next++ % deployments));
                    }
                },
                0,
                EVERY_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    private void send(String topic, int deployment) {
        String service = "service-" + deployment;
        ProducerRecord<String, byte[]> line = new ProducerRecord<>(topic, service, ClassifierRun.line(deployment));
        line.headers().add("service.name", service.getBytes(StandardCharsets.UTF_8));
        var unused = producer.send(line, (where, failure) -> {
            if (failure == null) {
                taken.incrementAndGet();
            } else {
                fault.set(failure);
            }
        });
    }

    /** How many lines Kafka has. */
    long taken() {
        return taken.get();
    }

    /** Returns when all that was sent is taken; fails when a line was not. */
    @Override
    public void close() {
        clock.shutdown();
        Awaitility.await().atMost(60, TimeUnit.SECONDS).until(clock::isTerminated);
        producer.close();
        Exception refused = fault.get();
        if (refused != null) {
            throw new AssertionError("Kafka did not take a line", refused);
        }
    }
}
