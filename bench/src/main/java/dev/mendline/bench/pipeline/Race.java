package dev.mendline.bench.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;

/**
 * Measurement of the delay from sending a line to reading its result, at a steady rate.
 *
 * @param warmUp lines that do not count
 * @param counted lines that count, after them
 */
record Race(Ground ground, Pace pace, int warmUp, int counted) {
    private static final Duration LATEST = Duration.ofSeconds(30);

    /** Runs once, with its own logs topic. */
    Delays run(Entrant entrant, Terms terms, String logs) {
        ground.create(List.of(new dev.mendline.model.Topics.Topic(logs, Ground.PARTITIONS, Map.of())));
        try (Run run = Run.start(ground, entrant, terms, logs, new AtomicReference<>());
                Arrivals arrivals = Arrivals.of(ground, run);
                KafkaProducer<byte[], byte[]> producer = ground.producer(0)) {
            run.awaitRunning();
            var unused = pace.send(producer, logs, warmUp, 0);
            Pace.Sent sent = pace.send(producer, logs, counted, warmUp);
            Waiting.until(
                    "all have arrived",
                    LATEST,
                    () -> sent.at().keySet().stream().allMatch(arrivals::has));
            return Delays.of(
                    sent.linesPerSecond(),
                    sent.at().entrySet().stream()
                            .map(one -> arrivals.at(one.getKey()) - one.getValue())
                            .toList());
        }
    }
}
