package dev.mendline.bench.pipeline;

import static java.util.Objects.requireNonNull;

import dev.mendline.bench.comparison.Candidate;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Topology that receives lines at a steady rate, regardless of its speed; measures the delay from sending a line to
 * reading its result.
 *
 * @param ordinary lines that are repeated
 */
record DelayRun(
        BenchBroker broker,
        List<byte[]> ordinary,
        Latency.Extent extent,
        MeasuredTopology topology,
        RunSettings settings)
        implements Candidate<Delays> {
    private static final double NANOS = 1e9;
    /** Interval, in lines, of lines that name a new deployment. */
    private static final int EVERY = 20;

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @Override
    public String title() {
        return (topology == MeasuredTopology.IDENTITY ? "identity" : "line to incident") + ", "
                + settings.guarantee().title();
    }

    /** Returns the run to compare with. */
    DelayRun base() {
        return new DelayRun(broker, ordinary, extent, MeasuredTopology.IDENTITY, settings);
    }

    /** Runs once, with its own logs topic. */
    @Override
    public Delays measure() {
        String logs = "lines-" + UUID.randomUUID();
        broker.createLogs(logs);
        try (TopologyRun run = new TopologyRun(broker, topology, settings, logs);
                Arrivals arrivals = new Arrivals(broker, run);
                KafkaProducer<byte[], byte[]> producer = broker.producer(0)) {
            run.awaitRunning();
            var unused = send(producer, logs, extent.warmUp(), 0);
            long begun = System.nanoTime();
            Map<String, Long> sent = send(producer, logs, extent.counted(), extent.warmUp());
            double seconds = (System.nanoTime() - begun) / NANOS;
            Waiting.until(
                    "all have arrived", TIMEOUT, () -> arrivals.first().keySet().containsAll(sent.keySet()));
            return Delays.of(
                    extent.counted() / seconds,
                    sent.entrySet().stream()
                            .map(one -> requireNonNull(arrivals.first().get(one.getKey())) - one.getValue())
                            .toList());
        }
    }

    /**
     * Sends lines; deployments are numbered from {@code firstNumber}.
     *
     * @return time at which each deployment's line was sent, by {@link System#nanoTime}
     */
    private Map<String, Long> send(KafkaProducer<byte[], byte[]> producer, String topic, int lines, int firstNumber) {
        Map<String, Long> sent = new LinkedHashMap<>();
        long begun = System.nanoTime();
        for (int i = 0; i < lines; i++) {
            await(begun + (long) (i * NANOS / Latency.LINES_PER_SECOND));
            byte[] line = ordinary.get(i % ordinary.size());
            if (i % EVERY == EVERY - 1) {
                int number = firstNumber + i / EVERY;
                line = Arrivals.line(number);
                sent.put(Arrivals.target(number), System.nanoTime());
            }
            var unused = producer.send(new ProducerRecord<>(topic, i % BenchBroker.PARTITIONS, null, line));
        }
        return sent;
    }

    private static void await(long moment) {
        for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
