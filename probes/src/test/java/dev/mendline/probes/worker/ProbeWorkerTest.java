package dev.mendline.probes.worker;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.mendline.model.Json;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.journal.Finding;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.ProbeRequest;
import dev.mendline.probes.Lookout;
import dev.mendline.probes.Probes;
import dev.mendline.probes.spi.Observation;
import dev.mendline.probes.spi.Probe;
import dev.mendline.probes.spi.Subject;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ProbeWorkerTest {
    /** A probe that says when it begins and ends when it may. */
    private static final class Gate implements Probe {
        final Semaphore begun = new Semaphore(0);
        final Semaphore may = new Semaphore(0);

        @Override
        public String id() {
            return "gate";
        }

        @Override
        public List<String> names(Subject subject) {
            return List.of();
        }

        @Override
        public Observation run(Subject subject) throws InterruptedException {
            begun.release();
            may.acquire();
            return new Observation(new Outcome.Passed(), null, List.of());
        }
    }

    /** Requests put in by the test; what became of them comes out as {@code key END}. */
    private static final class FakeQueue implements ProbeQueue {
        final BlockingQueue<Object> in = new LinkedBlockingQueue<>();
        final BlockingQueue<String> out = new LinkedBlockingQueue<>();
        final CountDownLatch closed = new CountDownLatch(1);

        @Override
        public List<Taken> take(Duration wait) {
            try {
                Object next = in.poll(Math.min(20, wait.toMillis()), TimeUnit.MILLISECONDS);
                if (next instanceof RuntimeException fault) {
                    throw fault;
                }
                return next == null ? List.of() : List.of((Taken) next);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void finish(Taken taken, End end) {
            out.add(taken.key() + " " + end);
        }

        @Override
        public void close() {
            closed.countDown();
        }

        String next() throws InterruptedException {
            return out.poll(5, TimeUnit.SECONDS);
        }
    }

    private final Gate gate = new Gate();
    private final FakeQueue queue = new FakeQueue();
    private final MockProducer<String, byte[]> journal =
            new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final List<ProbeWorker> workers = new ArrayList<>();

    @BeforeEach
    void listen() {
        logger().setLevel(Level.INFO);
        logger().setAdditive(false);
        logger().addAppender(log);
        log.start();
    }

    @AfterEach
    void close() {
        workers.forEach(ProbeWorker::close);
        logger().detachAppender(log);
        logger().setAdditive(true);
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(ProbeWorker.class.getPackageName());
    }

    private ProbeWorker worker() {
        return worker(2);
    }

    private ProbeWorker worker(int concurrency) {
        Probes probes =
                new Probes(Inventory.DEFAULT, Clock.fixed(Lookout.NOW, ZoneOffset.UTC), Lookout.QUICK, List.of(gate));
        ProbeWorker worker = new ProbeWorker(
                queue, journal, "mendline.journal", probes, new BrokerWatch("127.0.0.1:1", () -> true), concurrency);
        workers.add(worker);
        return worker;
    }

    private void ask(String key, String id, int secondsLeft) {
        ask(key, id, secondsLeft, Lookout.NODE);
    }

    private void ask(String key, String id, int secondsLeft, String node) {
        ProbeRequest request = new ProbeRequest(
                id,
                "q7f3k.mongodb.net",
                "i1",
                "gate",
                Lookout.TARGET,
                Node.of(node),
                Inventory.LOCAL_ZONE,
                Lookout.NOW.plusSeconds(secondsLeft));
        queue.in.add(new ProbeQueue.Taken(key, Json.text(request)));
    }

    private void awaitSent(int count) {
        while (journal.history().size() < count) {
            Thread.onSpinWait();
        }
    }

    @Test
    void accepts_a_request_only_when_its_finding_is_in_the_journal() throws Exception {
        worker();
        ask("t-0@0", "r1", 60);
        gate.may.release();
        awaitSent(1);

        assertThat(queue.out).isEmpty();
        journal.completeNext();

        assertThat(queue.next()).isEqualTo("t-0@0 DONE");
        assertThat(journal.history()).singleElement().satisfies(sent -> {
            assertThat(sent.topic()).isEqualTo("mendline.journal");
            assertThat(sent.key()).isEqualTo("q7f3k.mongodb.net");
            assertThat(Json.read(sent.value(), Finding.class).request()).isEqualTo("r1");
        });
    }

    @Test
    void runs_no_request_twice_at_the_same_time() throws Exception {
        worker();
        ask("t-0@0", "r1", 60);
        gate.begun.acquire();
        ask("t-0@1", "r1", 60);

        assertThat(queue.next()).isEqualTo("t-0@1 DONE");
        assertThat(gate.begun.availablePermits()).isZero();
    }

    @Test
    void runs_no_more_probes_at_the_same_time_than_it_was_told() throws Exception {
        worker();
        ask("t-0@0", "r1", 60, "a.q7f3k.mongodb.net");
        ask("t-0@1", "r2", 60, "b.q7f3k.mongodb.net");
        ask("t-0@2", "r3", 60, "c.q7f3k.mongodb.net");
        gate.begun.acquire(2);

        assertThat(gate.begun.tryAcquire(100, TimeUnit.MILLISECONDS)).isFalse();
        gate.may.release();
        assertThat(gate.begun.tryAcquire(100, TimeUnit.MILLISECONDS)).isFalse();
        awaitSent(1);
        journal.completeNext();
        assertThat(gate.begun.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void runs_a_probe_at_one_node_only_when_the_last_one_there_is_done() throws Exception {
        worker(3);
        ask("t-0@0", "r1", 60);
        gate.begun.acquire();
        ask("t-0@1", "r2", 60);
        ask("t-0@2", "r3", 60, "other.q7f3k.mongodb.net");
        gate.begun.acquire();

        assertThat(gate.begun.tryAcquire(100, TimeUnit.MILLISECONDS)).isFalse();
        gate.may.release(3);
        for (int sent = 1; sent <= 3; sent++) {
            awaitSent(sent);
            journal.completeNext();
        }
        assertThat(Set.of(queue.next(), queue.next(), queue.next()))
                .containsExactlyInAnyOrder("t-0@0 DONE", "t-0@1 DONE", "t-0@2 DONE");
    }

    @Test
    void stops_a_probe_at_its_requests_deadline_and_does_not_ask_for_it_again() throws Exception {
        worker();
        ask("t-0@0", "r1", 1);
        ask("t-0@1", "r2", 1);

        assertThat(queue.next()).isEqualTo("t-0@0 DONE");
        assertThat(journal.history()).isEmpty();
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("The probe request at t-0@0 was not answered by its deadline 2026-11-22T10:00:01Z");
        // Its thread is free for the next.
        gate.begun.acquire(2);
    }

    @Test
    void accepts_a_request_that_came_too_late_without_running_it() throws Exception {
        worker();
        ask("t-0@0", "r1", -1);

        assertThat(queue.next()).isEqualTo("t-0@0 DONE");
        assertThat(gate.begun.availablePermits()).isZero();
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("The probe request at t-0@0 came after its deadline 2026-11-22T09:59:59Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2", "null", "{}", "[]", "{\"id\":\"r\",\"node\":\"hunter2@\"}", "{\"id\":\"hunter2"})
    void rejects_what_it_cannot_read_and_does_not_log_it(String json) throws Exception {
        worker();
        queue.in.add(new ProbeQueue.Taken("t-0@7", json));

        assertThat(queue.next()).isEqualTo("t-0@7 UNREADABLE");
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("The probe request at t-0@7 cannot be read and is rejected");
    }

    @Test
    void gives_back_what_runs_when_it_is_closed_and_does_not_take_long() throws Exception {
        ProbeWorker worker = worker();
        ask("t-0@0", "r1", 60);
        gate.begun.acquire();
        long began = System.nanoTime();

        worker.close();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
        assertThat(queue.next()).isEqualTo("t-0@0 AGAIN");
        assertThat(queue.closed.getCount()).isZero();
        assertThat(journal.history()).isEmpty();
        assertThat(worker.failure()).isEmpty();
    }

    @Test
    void goes_on_when_the_broker_was_away_for_a_while() throws Exception {
        ProbeWorker worker = worker();
        queue.in.add(new TimeoutException("away"));
        ask("t-0@0", "r1", -1);

        assertThat(queue.next()).isEqualTo("t-0@0 DONE");
        assertThat(worker.failure()).isEmpty();
    }

    @Test
    void gives_a_request_back_whose_finding_could_not_be_sent_for_now() throws Exception {
        ProbeWorker worker = worker();
        ask("t-0@0", "r1", 60);
        gate.may.release();
        awaitSent(1);
        journal.errorNext(new TimeoutException("away"));

        assertThat(queue.next()).isEqualTo("t-0@0 AGAIN");
        assertThat(worker.failure()).isEmpty();
    }

    @Test
    void stops_and_keeps_the_fault_when_the_journal_is_closed_to_it() throws Exception {
        ProbeWorker worker = worker();
        ask("t-0@0", "r1", 60);
        gate.may.release();
        awaitSent(1);
        journal.errorNext(new TopicAuthorizationException("mendline.journal"));

        assertThat(queue.next()).isEqualTo("t-0@0 AGAIN");
        assertThat(worker.failure()).containsInstanceOf(TopicAuthorizationException.class);
        assertThat(queue.closed.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void stops_and_keeps_the_fault_of_its_queue() throws Exception {
        ProbeWorker worker = worker();
        IllegalStateException fault = new IllegalStateException("ours");
        queue.in.add(fault);

        assertThat(queue.closed.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(worker.failure()).containsSame(fault);
    }
}
