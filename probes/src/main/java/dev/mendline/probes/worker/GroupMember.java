package dev.mendline.probes.worker;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** A worker's place in a group: its requests, and the metrics of the client that fetches them. */
record GroupMember(ProbeQueue queue, Supplier<Map<MetricName, ? extends Metric>> metrics) {
    /** A member of a group talks to its broker all the time; without a connection the broker is away. */
    boolean connected() {
        return metrics.get().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals("connection-count"))
                .anyMatch(metric -> metric.getValue().metricValue() instanceof Double count && count > 0);
    }
}
