package dev.mendline.bench.pipeline;

import dev.mendline.model.Json;
import dev.mendline.model.incident.Incident;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.jspecify.annotations.Nullable;

/** New deployments, each named by one line, and a consumer of committed records that notes when each first appears. */
final class Arrivals implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(50);
    private static final int SERVICES = 100;
    private static final Pattern TARGET = Pattern.compile("cluster0\\.out[0-9]+x\\.mongodb\\.net");

    private final Map<String, Long> first = new ConcurrentHashMap<>();
    private final AtomicBoolean isOver = new AtomicBoolean();
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Function<byte[], @Nullable String> target;
    private final Thread thread;

    /** Starts watching a run's output. */
    Arrivals(BenchBroker broker, TopologyRun run) {
        boolean isWhole = run.topology() == MeasuredTopology.WHOLE;
        consumer = broker.consumer(isWhole ? run.topics().incidents() : run.output());
        target = isWhole ? value -> Json.read(value, Incident.class).target() : Arrivals::targetIn;
        thread = new Thread(this::watch, "arrivals");
        thread.start();
    }

    static String target(int number) {
        return "cluster0.out" + number + "x.mongodb.net";
    }

    /** Returns an error line that names a new deployment in its own site, at one of many services. */
    static byte[] line(int number) {
        return ("{\"level\":\"ERROR\",\"service\":\"shop-%d\",\"logger\":\"com.acme.orders.OrderService\","
                        + "\"message\":\"Error: querySrv ECONNREFUSED _mongodb._tcp.%s\"}")
                .formatted(number % SERVICES, target(number))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the deployment that a line names; null for an ordinary line. */
    static @Nullable String targetIn(byte[] line) {
        Matcher found = TARGET.matcher(new String(line, StandardCharsets.UTF_8));
        return found.find() ? found.group() : null;
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
