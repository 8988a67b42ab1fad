package dev.mendline.probes.driver;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.mendline.lab.net.BoundPort;
import dev.mendline.lab.net.Listener;
import dev.mendline.lab.net.Ports;
import dev.mendline.lab.peer.Healthy;
import dev.mendline.lab.peer.Member;
import dev.mendline.lab.peer.MongoPeer;
import dev.mendline.lab.peer.Reply;
import dev.mendline.lab.peer.Scram;
import dev.mendline.lab.peer.Script;
import dev.mendline.model.journal.Finding;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.Lookout;
import dev.mendline.probes.dns.FakeDns;
import dev.mendline.probes.spi.ProbeSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What holds for all visits of the driver, however the other side behaves. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DriverSessionTest {
    private static final Member MEMBER = new Member("rs0", List.of(new Node("n0.example", 1)), 0);
    private static final ProbeSettings PATIENT = new ProbeSettings(
            Duration.ofSeconds(2), Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(80), null);

    private static Bench bench(String probe) {
        return Bench.of(probe).as("alice", "hunter2");
    }

    private static Script healthy() {
        return new Healthy(MEMBER, new Scram("alice", "hunter2"));
    }

    /** Reads and counts down when the other side has gone. */
    private static void listen(Socket socket, CountDownLatch begun, CountDownLatch ended) throws IOException {
        begun.countDown();
        try {
            while (socket.getInputStream().read() >= 0) {
                // Nobody answers.
            }
        } finally {
            ended.countDown();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "auth", "connections"})
    void ends_on_interrupt_with_its_sockets_closed_while_the_server_says_nothing(String probe) throws Exception {
        for (Bench bench : List.of(bench(probe), bench(probe).trusting(null))) {
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch ended = new CountDownLatch(1);
            try (Listener mute = Listener.start("mute", Ports.at(0), socket -> listen(socket, begun, ended))) {
                assertThat(interrupted(bench, mute, begun).reason()).isEqualTo(Reason.INTERRUPTED);
                assertThat(ended.await(5, TimeUnit.SECONDS)).isTrue();
                assertThat(threads()).isEmpty();
            }
        }
    }

    @Test
    void ends_on_interrupt_in_the_middle_of_a_command() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (MongoPeer peer = MongoPeer.start(0, () -> {
            Script script = healthy();
            return command -> {
                if (command.getFirstKey().equals("serverStatus")) {
                    asked.countDown();
                    return Reply.silence();
                }
                return script.answer(command);
            };
        })) {
            assertThat(interrupted(bench("connections"), peer, asked).reason()).isEqualTo(Reason.INTERRUPTED);
            assertThat(threads()).isEmpty();
        }
    }

    private static Finding interrupted(Bench bench, BoundPort peer, CountDownLatch begun) throws Exception {
        CompletableFuture<Finding> found = new CompletableFuture<>();
        try (FakeDns dns = Bench.dns()) {
            Thread thread = new Thread(() -> found.complete(bench.run(dns, peer.port(), null, PATIENT)));
            thread.start();
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            thread.interrupt();
            return found.get(5, TimeUnit.SECONDS);
        }
    }

    /** Each byte comes in time, the reply never does. */
    @ParameterizedTest
    @ValueSource(strings = {"hello", "auth", "connections"})
    void keeps_its_deadline_though_a_server_drips(String probe) throws Exception {
        byte[] header = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(10_000_000)
                .array();
        try (Listener dripping = Listener.start("drip", Ports.at(0), socket -> {
            socket.getOutputStream().write(header);
            socket.setSoTimeout(100);
            while (true) {
                try {
                    if (socket.getInputStream().read() < 0) {
                        return;
                    }
                } catch (SocketTimeoutException tick) {
                    socket.getOutputStream().write(0);
                }
            }
        })) {
            Finding finding;
            try (FakeDns dns = Bench.dns()) {
                finding = bench(probe).run(dns, dripping.port(), null, Lookout.QUICK);
            }

            assertThat(finding.reason()).isEqualTo(Reason.TIMED_OUT);
            assertThat(finding.millis())
                    .isLessThanOrEqualTo(Lookout.QUICK.probe().toMillis());
            assertThat(threads()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "auth", "connections"})
    void leaves_no_thread_and_no_connection_behind(String probe) throws Exception {
        CountDownLatch gone = new CountDownLatch(probe.equals("hello") ? 1 : 2);
        try (MongoPeer peer = MongoPeer.start(
                Ports.at(0),
                socket -> new Socket() {
                    @Override
                    public InputStream getInputStream() throws IOException {
                        return socket.getInputStream();
                    }

                    @Override
                    public OutputStream getOutputStream() throws IOException {
                        return socket.getOutputStream();
                    }

                    @Override
                    public void close() throws IOException {
                        socket.close();
                        gone.countDown();
                    }
                },
                DriverSessionTest::healthy)) {
            Finding finding = bench(probe).at(peer);

            assertThat(finding.outcome()).isEqualTo(Outcome.Kind.PASSED);
            assertThat(gone.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(threads()).isEmpty();
        }
    }

    /** Those of the driver that do not end. */
    private static List<String> threads() throws InterruptedException {
        List<String> left = new ArrayList<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().matches("cluster-.*|mendline-probe.*|MaintenanceTimer.*|AsyncGetter.*")) {
                thread.join(3000);
                if (thread.isAlive()) {
                    left.add(thread.getName());
                }
            }
        }
        return left;
    }

    /** By this, whoever lets the driver log can drop what it logs for probes. */
    @Test
    void logs_on_threads_of_its_own_group_and_never_a_password() throws Exception {
        Logger driver = (Logger) LoggerFactory.getLogger("org.mongodb.driver");
        Set<String> groups = ConcurrentHashMap.newKeySet();
        ListAppender<ILoggingEvent> log = new ListAppender<>() {
            @Override
            protected void append(ILoggingEvent event) {
                groups.add(Thread.currentThread().getThreadGroup().getName());
                super.append(event);
            }
        };
        log.start();
        Level before = driver.getLevel();
        driver.setLevel(Level.TRACE);
        driver.setAdditive(false);
        driver.addAppender(log);
        try {
            for (String probe : List.of("hello", "auth", "connections")) {
                bench(probe).at(DriverSessionTest::healthy);
                bench(probe).at(Script::hangUp);
                bench(probe).at(Script::garbage);
                Bench.of(probe).as("alice", "wrong").at(DriverSessionTest::healthy);
            }
            List<ILoggingEvent> events = List.copyOf(log.list);
            assertThat(groups).containsExactly(PinnedClient.APPLICATION);
            assertThat(events)
                    .noneSatisfy(
                            event -> assertThat(event.getFormattedMessage()).contains("hunter2"));
        } finally {
            driver.detachAppender(log);
            driver.setAdditive(true);
            driver.setLevel(before);
        }
    }
}
