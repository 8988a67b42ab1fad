package dev.mendline.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class BrokerWatchTest {
    private static final MetricName CONNECTIONS = new MetricName("connection-count", "consumer-metrics", "", Map.of());

    private record Count(MetricName metricName, Object metricValue) implements Metric {}

    @Test
    void says_once_that_the_broker_is_away_and_once_that_it_is_back() {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        Logger log = (Logger) LoggerFactory.getLogger(BrokerWatch.class);
        log.setLevel(Level.INFO);
        log.setAdditive(false);
        log.addAppender(lines);
        lines.start();
        try {
            BrokerWatch watch = new BrokerWatch("kafka:9092");
            Instant at = Instant.parse("2026-11-22T03:00:00Z");
            int[] connections = {0, 2, 0, 0, 0, 0, 0, 1, 1, 0, 1};
            for (int second = 0; second < connections.length; second++) {
                watch.check(
                        Map.of(CONNECTIONS, new Count(CONNECTIONS, (double) connections[second])),
                        at.plusSeconds(second));
            }
            assertThat(lines.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .containsExactly(
                            "No connection to the broker at kafka:9092, retrying", "The broker at kafka:9092 is back");
        } finally {
            log.detachAppender(lines);
            log.setAdditive(true);
            log.setLevel(null);
        }
    }
}
