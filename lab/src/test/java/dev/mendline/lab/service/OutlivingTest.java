package dev.mendline.lab.service;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.mendline.lab.Lab;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

class OutlivingTest {
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> process = new ListAppender<>();

    @BeforeEach
    void listen() {
        process.start();
        root.addAppender(process);
    }

    @AfterEach
    void stop() {
        root.detachAppender(process);
    }

    @Test
    @Timeout(120)
    void a_service_that_outlives_its_lab_says_nothing_in_the_log_of_the_process() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        AtomicReference<Thread> service = new AtomicReference<>();
        // No thread of a driver may wait for this sink: closing the driver would wait for that thread.
        Lab lab = Lab.start(7, List.of("password-not-encoded"));
        CompletableFuture<Void> run = CompletableFuture.runAsync(() -> lab.run((name, line) -> {
            if (service.compareAndSet(null, Thread.currentThread())) {
                held.countDown();
                awaitDespiteInterrupts(free);
                LoggerFactory.getLogger("com.example.Late").error("Too late");
            }
        }));
        assertThat(held.await(60, TimeUnit.SECONDS)).isTrue();

        lab.close();
        assertThat(service.get().isAlive()).isTrue();
        free.countDown();
        service.get().join(60_000);

        assertThat(service.get().isAlive()).isFalse();
        assertThat(run).isCompletedExceptionally();
        assertThat(process.list)
                .extracting(ILoggingEvent::getLoggerName)
                .noneMatch(name -> name.startsWith("com.example"));
    }

    private static void awaitDespiteInterrupts(CountDownLatch latch) {
        boolean interrupted = false;
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
