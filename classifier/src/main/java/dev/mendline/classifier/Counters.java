package dev.mendline.classifier;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.streams.StreamsMetrics;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** Counters of a stage as Kafka Streams metrics: group {@code stream-mendline-metrics}, {@code …-total}. */
final class Counters {
    private final StreamsMetrics metrics;
    private final String stage;
    private final String task;
    private final Map<String, Sensor> sensors = new HashMap<>();

    Counters(ProcessorContext<?, ?> context, String stage) {
        this.metrics = context.metrics();
        this.stage = stage;
        this.task = context.taskId().toString();
    }

    void add(String what) {
        add(what, 1);
    }

    void add(String what, int count) {
        sensors.computeIfAbsent(
                        what,
                        name -> metrics.addRateTotalSensor(
                                "mendline", stage + "-" + task, name, Sensor.RecordingLevel.INFO))
                .record(count);
    }
}
