package dev.mendline.probes.worker;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class BrokerWatchTest {
    private final AtomicBoolean connected = new AtomicBoolean(true);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @Test
    void says_once_that_the_broker_is_gone_and_once_that_it_is_back() {
        watch(Duration.ZERO, true, false, false, false, true, true);

        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "The broker at 10.0.0.9:9092 is unreachable; retrying", "The broker at 10.0.0.9:9092 is back");
        assertThat(log.list).allMatch(line -> line.getThrowableProxy() == null);
    }

    @Test
    void says_nothing_of_a_connection_that_is_renewed() {
        watch(Duration.ofMinutes(1), true, false, false, true);

        assertThat(log.list).isEmpty();
    }

    private void watch(Duration patience, boolean... states) {
        Logger logger = (Logger) LoggerFactory.getLogger(BrokerWatch.class);
        logger.setLevel(Level.INFO);
        logger.setAdditive(false);
        logger.addAppender(log);
        log.start();
        BrokerWatch watch = new BrokerWatch("10.0.0.9:9092", connected::get, patience);
        for (boolean state : states) {
            connected.set(state);
            watch.look();
        }
        logger.detachAppender(log);
        logger.setAdditive(true);
    }
}
