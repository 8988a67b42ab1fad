package dev.mendline.lab.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ServiceLogTest {
    private static final String SIGN = "java.net.ConnectException: Connection refused";

    private final List<String> heard = new ArrayList<>();
    private final List<String> happened = new ArrayList<>();
    private final ServiceLog log = new ServiceLog("orders", (service, line) -> heard.add(service));

    @Test
    void what_passes_does_so_only_after_errors_that_say_what_it_was() throws Exception {
        log.hold(2, SIGN, () -> happened.add("passed"));
        assertThat(log.awaited()).isEqualTo("orders, of whose errors too few said '" + SIGN + "'");

        error(new IllegalStateException("Timed out while waiting for a server"));
        error(new ConnectException("Connection refused"));
        error(new IllegalStateException("Timed out while waiting for a server"));
        assertThat(happened).isEmpty();

        error(new IllegalStateException("Timed out", new ConnectException("Connection refused")));
        assertThat(happened).containsExactly("passed");
        assertThat(log.awaited()).isEqualTo("orders, which did not get well");
        error(new ConnectException("Connection refused"));
        assertThat(happened).hasSize(1);

        assertThat(heard).isEmpty();
        assertThat(log.told()).isNotDone();
        log.release();
        assertThat(heard).hasSize(5);
        assertThat(log.told()).isCompleted();
    }

    @Test
    void a_line_that_is_no_error_counts_for_nothing() {
        log.hold(1, SIGN, () -> happened.add("passed"));
        append(Level.INFO, new ConnectException("Connection refused"));
        assertThat(happened).isEmpty();
    }

    @Test
    void who_waits_hears_at_once_that_the_fault_could_not_pass() {
        log.hold(1, SIGN, () -> {
            throw new UncheckedIOException(new BindException("Address already in use"));
        });
        error(new ConnectException("Connection refused"));
        assertThatThrownBy(() -> log.told().get(0, TimeUnit.SECONDS))
                .cause()
                .hasMessage("what orders ran into could not pass: java.net.BindException: Address already in use")
                .hasRootCauseInstanceOf(BindException.class);
    }

    private void error(Throwable thrown) {
        append(Level.ERROR, thrown);
    }

    private void append(Level level, Throwable thrown) {
        Logger logger = (Logger) LoggerFactory.getLogger("com.example.Orders");
        log.append(new LoggingEvent("test", logger, level, "No orders", thrown, null));
    }
}
