package dev.mendline.probes.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.model.Json;
import dev.mendline.model.Topics;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole workers at a real broker. */
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ZoneWorkersTest {
    private static Inventory.Zone zone(String name) {
        return new Inventory.Zone(name, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** Counts how many of it run at the same time; each runs until it is let go. */
    private static final class Gate implements Probe {
        final Semaphore begun = new Semaphore(0);
        final Semaphore may = new Semaphore(0);
        final AtomicInteger running = new AtomicInteger();
        final AtomicInteger most = new AtomicInteger();
        final List<String> zones = new CopyOnWriteArrayList<>();

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
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            zones.add(subject.zone().name());
            begun.release();
            try {
                may.acquire();
            } finally {
                running.decrementAndGet();
            }
            return new Observation(new Outcome.Passed(), null, List.of());
        }
    }

    /** A group is called after its zone, and each test has groups of its own. */
    private final String attic = "attic-" + UUID.randomUUID();

    private final String cellar = "cellar-" + UUID.randomUUID();
    private final Topics topics = new Topics(UUID.randomUUID() + ".");
    private final Inventory inventory = new Inventory(List.of(), List.of(), List.of(zone(attic), zone(cellar)));
    private final List<ProbeWorker> workers = new ArrayList<>();

    @BeforeEach
    void create() throws Exception {
        TestBroker.create(topics.journal(), 1);
        TestBroker.create(topics.probeRequests(attic), 1);
        TestBroker.create(topics.probeRequests(cellar), 1);
    }

    @AfterEach
    void close() {
        workers.forEach(ProbeWorker::close);
    }

    private ProbeWorker worker(QueueKind kind, String zone, Gate gate) {
        ProbeWorker worker = ProbeWorker.start(
                TestBroker.client(),
                topics,
                zone,
                new Probes(inventory, Clock.systemUTC(), Lookout.QUICK, List.of(gate)),
                kind,
                2);
        workers.add(worker);
        return worker;
    }

    private void ask(String zone, int count) {
        IntStream.range(0, count).forEach(each -> {
            ProbeRequest request = new ProbeRequest(
                    zone + each,
                    "q7f3k.mongodb.net",
                    "i1",
                    "gate",
                    Lookout.TARGET,
                    Node.of("n" + each + ".q7f3k.mongodb.net"),
                    zone,
                    Instant.now().plusSeconds(60));
            TestBroker.send(topics.probeRequests(zone), Json.bytes(request));
        });
    }

    private List<Finding> findings(int count) {
        List<Finding> findings = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> journal =
                new KafkaConsumer<>(TestBroker.client(), new StringDeserializer(), new ByteArrayDeserializer())) {
            journal.assign(List.of(new TopicPartition(topics.journal(), 0)));
            journal.seekToBeginning(journal.assignment());
            long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (findings.size() < count && System.nanoTime() < end) {
                journal.poll(Duration.ofMillis(100))
                        .forEach(each -> findings.add(Json.read(each.value(), Finding.class)));
            }
        }
        return findings;
    }

    @ParameterizedTest
    @EnumSource(names = {"SHARE", "CLASSIC"})
    void work_for_their_own_zone_alone_and_not_on_more_than_they_were_told(QueueKind kind) throws Exception {
        Gate above = new Gate();
        Gate below = new Gate();
        ask(attic, 5);
        ask(cellar, 3);
        worker(kind, attic, above);
        above.begun.acquire(2);
        above.may.release(5);
        assertThat(findings(5))
                .hasSize(5)
                .allMatch(finding -> finding.vantage().zone().equals(attic));

        worker(kind, cellar, below);
        below.may.release(3);

        assertThat(findings(8))
                .extracting(Finding::request)
                .doesNotHaveDuplicates()
                .hasSize(8);
        assertThat(below.zones).hasSize(3).containsOnly(cellar);
        assertThat(above.zones).hasSize(5).containsOnly(attic);
        assertThat(above.most).hasValue(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"SHARE", "CLASSIC"})
    void hand_over_what_they_have_not_answered_when_they_are_closed(QueueKind kind) throws Exception {
        Gate first = new Gate();
        Gate second = new Gate();
        ask(attic, 1);
        ProbeWorker closing = worker(kind, attic, first);
        first.begun.acquire();
        long began = System.nanoTime();
        closing.close();
        assertThat(ProbeQueueContract.since(began)).isLessThan(Duration.ofSeconds(3));

        second.may.release();
        worker(kind, attic, second);

        assertThat(findings(1)).extracting(Finding::request).containsExactly(attic + "0");
        assertThat(closing.failure()).isEmpty();
    }
}
