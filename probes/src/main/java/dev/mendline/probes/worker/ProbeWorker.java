package dev.mendline.probes.worker;

import dev.mendline.model.Json;
import dev.mendline.model.Topics;
import dev.mendline.model.journal.Finding;
import dev.mendline.model.probe.ProbeRequest;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.Probes;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Worker that runs the requested probes of one zone. It writes each finding to the journal before it acknowledges the
 * request. If it dies, another worker gets its requests.
 */
public final class ProbeWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProbeWorker.class);
    private static final Duration TURN = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration CLOSE = Duration.ofMillis(2500);

    private final ProbeQueue queue;
    private final Producer<String, byte[]> producer;
    private final String journal;
    private final Probes probes;
    private final BrokerWatch watch;
    private final ConcurrentRuns runs;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final Thread taker;

    ProbeWorker(
            ProbeQueue queue,
            Producer<String, byte[]> producer,
            String journal,
            Probes probes,
            BrokerWatch watch,
            int concurrency) {
        this.queue = queue;
        this.producer = producer;
        this.journal = journal;
        this.probes = probes;
        this.watch = watch;
        this.runs = new ConcurrentRuns(concurrency, probes::left, this::answer, queue::finish);
        this.taker = new Thread(this::takeAll, "mendline-probes");
        taker.setDaemon(true);
        taker.start();
    }

    /**
     * Starts a worker and returns at once. It retries while the broker is unreachable.
     *
     * @param clientProperties Kafka client properties: {@code bootstrap.servers}, security
     * @param zone the zone whose requests it takes
     * @param kind the kind of group; {@code AUTO} asks the broker
     * @param concurrency maximum number of concurrent probes, 1–500
     * @throws org.apache.kafka.common.KafkaException if the properties are not valid for a client
     */
    public static ProbeWorker start(
            Map<String, Object> clientProperties,
            Topics topics,
            String zone,
            Probes probes,
            QueueKind kind,
            int concurrency) {
        if (concurrency < 1 || concurrency > 500) {
            throw new IllegalArgumentException("concurrency must be from 1 to 500 (was " + concurrency + ")");
        }
        ZoneGroup group = new ZoneGroup(clientProperties, zone, topics.probeRequests(zone), concurrency);
        ZoneGroup.Member member = group.member(kind);
        BrokerWatch watch = new BrokerWatch(
                String.valueOf(clientProperties.get(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG)), member::connected);
        return new ProbeWorker(member.queue(), group.producer(), topics.journal(), probes, watch, concurrency);
    }

    /** Returns the error that stopped the worker; empty while it runs and after {@link #close}. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure.get());
    }

    /** Stops within 3 s. Running probes are interrupted, and unanswered requests are released. */
    @Override
    public void close() {
        stopping.countDown();
        runs.stop();
        try {
            taker.join(CLOSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close(Duration.ofMillis(300));
    }

    private void takeAll() {
        Duration pause = TURN;
        try {
            while (stopping.getCount() > 0) {
                watch.look();
                try {
                    queue.take(TURN).forEach(this::begin);
                    pause = TURN;
                } catch (RetriableException e) {
                    LOG.debug("The broker did not answer: {}", e.toString());
                    pause(pause);
                    pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                }
            }
        } catch (Throwable e) {
            fail(e);
        } finally {
            runs.stop();
            release();
        }
    }

    private void begin(ProbeQueue.Taken taken) {
        Optional<ProbeRequest> request = taken.request();
        if (request.isPresent()) {
            runs.begin(taken, request.get());
        } else {
            LOG.warn("The probe request at {} cannot be read and is rejected", taken.key());
            queue.finish(taken, ProbeQueue.End.UNREADABLE);
        }
    }

    private ProbeQueue.End answer(ProbeRequest request) {
        try {
            Finding finding = probes.run(request);
            if (finding.reason() == Reason.INTERRUPTED) {
                return ProbeQueue.End.AGAIN;
            }
            producer.send(new ProducerRecord<>(journal, request.site(), Json.bytes(finding)))
                    .get();
            told(finding);
            return ProbeQueue.End.DONE;
        } catch (InterruptedException | InterruptException e) {
            return ProbeQueue.End.AGAIN;
        } catch (ExecutionException e) {
            return unsent(e.getCause() == null ? e : e.getCause());
        } catch (Throwable e) {
            return unsent(e);
        }
    }

    private static void told(Finding finding) {
        LOG.info(
                "{} at {} from zone {} {}{} in {} ms",
                finding.probe(),
                finding.node() == null ? finding.target() : finding.node(),
                finding.vantage().zone(),
                finding.outcome().word(),
                finding.reason() == null ? "" : " (" + finding.reason().word() + ")",
                finding.millis());
        finding.transcript().forEach(line -> LOG.debug("{}", line));
    }

    private ProbeQueue.End unsent(Throwable cause) {
        if (!(cause instanceof RetriableException)) {
            fail(cause);
        }
        return ProbeQueue.End.AGAIN;
    }

    private void fail(Throwable cause) {
        if (stopping.getCount() > 0 && failure.compareAndSet(null, cause)) {
            LOG.error("The probe worker stops: {}", cause.toString());
        }
        stopping.countDown();
    }

    /** Releases unfinished requests. If the broker is unreachable, their locks expire instead. */
    private void release() {
        try {
            runs.awaitEnd(TURN);
            queue.close();
        } catch (InterruptedException | RuntimeException e) {
            LOG.debug("Not closed cleanly: {}", e.toString());
        }
    }

    private void pause(Duration pause) throws InterruptedException {
        if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.debug("Stopped while the broker is away");
        }
    }
}
