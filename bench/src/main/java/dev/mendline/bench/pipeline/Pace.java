package dev.mendline.bench.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Sender of lines at a steady rate, regardless of the receiver.
 *
 * @param ordinary lines that are repeated
 * @param perSecond total rate
 * @param every interval, in lines, of lines that name a new deployment
 */
record Pace(List<byte[]> ordinary, int perSecond, int every) {
    private static final double NANOS = 1e9;

    /**
     * Result of sending.
     *
     * @param linesPerSecond actual rate
     * @param at time at which each deployment's line was sent, by {@link System#nanoTime}
     */
    record Sent(double linesPerSecond, Map<String, Long> at) {}

    /** Sends lines; deployments are numbered from {@code firstNumber}. */
    Sent send(KafkaProducer<byte[], byte[]> producer, String topic, int lines, int firstNumber) {
        Map<String, Long> at = new LinkedHashMap<>();
        long begun = System.nanoTime();
        for (int i = 0; i < lines; i++) {
            await(begun + (long) (i * NANOS / perSecond));
            byte[] line = ordinary.get(i % ordinary.size());
            if (i % every == every - 1) {
                int number = firstNumber + i / every;
                line = Outbreak.line(number);
                at.put(Outbreak.target(number), System.nanoTime());
            }
            var unused = producer.send(new ProducerRecord<>(topic, i % Ground.PARTITIONS, null, line));
        }
        return new Sent(lines / ((System.nanoTime() - begun) / NANOS), at);
    }

    private static void await(long moment) {
        for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
