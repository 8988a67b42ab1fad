package dev.mendline.probes.worker;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** Member of a group: its queue, and the metrics of its client. */
record GroupMember(ProbeQueue queue, Supplier<Map<MetricName, ? extends Metric>> metrics) {
    /**
     * Returns true if the client has a connection. A group member is always connected unless the broker is unreachable.
     */
    boolean connected() {
        return metrics.get().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals("connection-count"))
                .anyMatch(metric -> metric.getValue().metricValue() instanceof Double count && count > 0);
    }
}
