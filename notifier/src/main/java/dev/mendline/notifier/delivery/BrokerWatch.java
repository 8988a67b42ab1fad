package dev.mendline.notifier.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs once when the connection to the broker is lost and once when it is back. Kafka's client itself only retries. */
final class BrokerWatch {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerWatch.class);
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final String address;
    private @Nullable Instant lostAt;
    private boolean reported;

    BrokerWatch(String address) {
        this.address = address;
    }

    void check(Map<MetricName, ? extends Metric> metrics, Instant now) {
        if (connected(metrics)) {
            if (reported) {
                LOG.info("The broker at {} is back", address);
            }
            lostAt = null;
            reported = false;
        } else if (lostAt == null) {
            lostAt = now;
        } else if (!reported && Duration.between(lostAt, now).compareTo(GRACE) >= 0) {
            LOG.warn("No connection to the broker at {}, retrying", address);
            reported = true;
        }
    }

    private static boolean connected(Map<MetricName, ? extends Metric> metrics) {
        for (Map.Entry<MetricName, ? extends Metric> metric : metrics.entrySet()) {
            MetricName name = metric.getKey();
            if (name.name().equals("connection-count") && name.group().equals("consumer-metrics")) {
                return metric.getValue().metricValue() instanceof Number count && count.doubleValue() > 0;
            }
        }
        return true;
    }
}
