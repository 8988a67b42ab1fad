package dev.mendline.bench.pipeline;

import dev.mendline.bench.pipeline.FirstRead.Moment;
import dev.mendline.bench.pipeline.RunSettings.Guarantee;
import dev.mendline.classifier.Classifier;
import dev.mendline.classifier.ClassifierSettings;
import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.redaction.Redactor;
import dev.mendline.model.Topics;
import dev.mendline.model.config.Inventory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;

/** Running topology on one topic, with its own application id and topics, which are deleted on close. */
final class TopologyRun implements AutoCloseable {
    private static final Catalog CATALOG = Catalog.builtIn();
    private static final Redactor REDACTOR = new Redactor(List.of());
    /** Commit interval for all guarantees: Streams' default for exactly-once. */
    private static final Duration COMMIT = Duration.ofMillis(100);

    private static final Duration TIMEOUT = Duration.ofMinutes(10);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

    private final BenchBroker broker;
    private final MeasuredTopology topology;
    private final RunSettings settings;
    private final Topics topics;
    private final KafkaStreams streams;
    private final AtomicReference<Moment> firstRead = new AtomicReference<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    /** Starts reading a topic of lines. */
    TopologyRun(BenchBroker broker, MeasuredTopology topology, RunSettings settings, String logs) {
        this.broker = broker;
        this.topology = topology;
        this.settings = settings;
        topics = broker.freshTopics();
        ClassifierSettings classifier = new ClassifierSettings(
                topics, List.of(logs), CATALOG, Inventory.DEFAULT, settings.engine(), REDACTOR, true);
        streams = new KafkaStreams(topology.build(classifier), properties(classifier));
        streams.setUncaughtExceptionHandler(fault -> {
            failure.compareAndSet(null, fault);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        streams.start();
    }

    private Properties properties(ClassifierSettings classifier) {
        Properties properties = new Properties();
        properties.putAll(Classifier.defaults(classifier, broker.stateDirectory(topics)));
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServer());
        properties.put(
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG, settings.guarantee().setting());
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT.toMillis());
        properties.put(StreamsConfig.mainConsumerPrefix("interceptor.classes"), FirstRead.class.getName());
        properties.put(StreamsConfig.mainConsumerPrefix(FirstRead.INTO), firstRead);
        properties.putAll(settings.properties());
        return properties;
    }

    MeasuredTopology topology() {
        return topology;
    }

    Topics topics() {
        return topics;
    }

    String output() {
        return MeasuredTopology.output(topics);
    }

    /** Returns the moment of the first line. */
    Moment firstRead() {
        return Objects.requireNonNull(firstRead.get(), "nothing was read");
    }

    void awaitRunning() {
        await("it runs", () -> streams.state() == KafkaStreams.State.RUNNING);
    }

    /** Waits until all lines are read and the results are committed. */
    void awaitCommitted(Map<TopicPartition, Long> logs) {
        await("the logs are read", () -> hasPassed(logs, 0));
        if (topology == MeasuredTopology.WHOLE) {
            // The last transaction ends with a marker, which is never committed as read.
            int markers = settings.guarantee() == Guarantee.EXACTLY_ONCE ? 1 : 0;
            Map<TopicPartition, Long> journal = broker.ends(topics.journal());
            await("the journal is read", () -> hasPassed(journal, markers));
        }
    }

    private boolean hasPassed(Map<TopicPartition, Long> ends, int markers) {
        Map<TopicPartition, Long> passed = broker.committed(topics.prefix() + "classifier");
        return ends.entrySet().stream()
                .allMatch(end -> passed.getOrDefault(end.getKey(), 0L) >= end.getValue() - markers);
    }

    private void await(String what, BooleanSupplier condition) {
        Waiting.until(what, TIMEOUT, () -> {
            Throwable fault = failure.get();
            if (fault != null) {
                throw new IllegalStateException(topology.title() + " stopped: " + fault, fault);
            }
            return condition.getAsBoolean();
        });
    }

    /** Stops reading and writing. */
    void stop() {
        streams.close(STOP_TIMEOUT);
    }

    @Override
    public void close() {
        stop();
        broker.delete(topics);
    }
}
