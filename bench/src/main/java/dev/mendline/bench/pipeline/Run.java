package dev.mendline.bench.pipeline;

import dev.mendline.classifier.Classifier;
import dev.mendline.classifier.ClassifierSettings;
import dev.mendline.model.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;

/** Running entrant on one topic, with its own application id and topics, which are deleted on close. */
final class Run implements AutoCloseable {
    /** Commit interval for all guarantees: Streams' default for exactly-once. */
    static final Duration COMMIT = Duration.ofMillis(100);

    private static final Duration MOST = Duration.ofMinutes(10);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final Ground ground;
    private final Entrant entrant;
    private final Guarantee guarantee;
    private final ClassifierSettings settings;
    private final KafkaStreams streams;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    private Run(
            Ground ground, Entrant entrant, Guarantee guarantee, ClassifierSettings settings, Properties properties) {
        this.ground = ground;
        this.entrant = entrant;
        this.guarantee = guarantee;
        this.settings = settings;
        streams = new KafkaStreams(entrant.topology(settings), properties);
        streams.setUncaughtExceptionHandler(fault -> {
            failure.compareAndSet(null, fault);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
    }

    /**
     * @param firstRead receives the moment of the first line
     */
    static Run start(Ground ground, Entrant entrant, Terms terms, String logs, AtomicReference<Moment> firstRead) {
        Topics topics = ground.freshTopics();
        ClassifierSettings settings = Terms.settings(topics, logs, terms.engine());
        Properties properties = new Properties();
        properties.putAll(Classifier.defaults(settings, ground.stateDirectory(topics)));
        properties.putAll(ground.client());
        properties.put(
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG, terms.guarantee().setting());
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT.toMillis());
        properties.put(StreamsConfig.mainConsumerPrefix("interceptor.classes"), FirstRead.class.getName());
        properties.put(StreamsConfig.mainConsumerPrefix(FirstRead.INTO), firstRead);
        properties.putAll(terms.properties());
        Run run = new Run(ground, entrant, terms.guarantee(), settings, properties);
        run.streams.start();
        return run;
    }

    Entrant entrant() {
        return entrant;
    }

    Topics topics() {
        return settings.topics();
    }

    String output() {
        return Entrant.output(settings);
    }

    void awaitRunning() {
        await("it runs", () -> streams.state() == KafkaStreams.State.RUNNING);
    }

    /** Waits until all lines are read and the results are committed. */
    void awaitCommitted(Map<TopicPartition, Long> logs) {
        await("the logs are read", () -> hasPassed(logs, 0));
        if (entrant == Entrant.WHOLE) {
            // The last transaction ends with a marker, which is never committed as read.
            int marks = guarantee == Guarantee.EXACTLY_ONCE ? 1 : 0;
            Map<TopicPartition, Long> journal = ground.ends(topics().journal());
            await("the journal is read", () -> hasPassed(journal, marks));
        }
    }

    private boolean hasPassed(Map<TopicPartition, Long> ends, int marks) {
        Map<TopicPartition, Long> passed = ground.committed(topics().prefix() + "classifier");
        return ends.entrySet().stream()
                .allMatch(end -> passed.getOrDefault(end.getKey(), 0L) >= end.getValue() - marks);
    }

    private void await(String what, java.util.function.BooleanSupplier isSo) {
        Waiting.until(what, MOST, () -> {
            Throwable fault = failure.get();
            if (fault != null) {
                throw new IllegalStateException(entrant.title() + " stopped: " + fault, fault);
            }
            return isSo.getAsBoolean();
        });
    }

    /** Stops reading and writing. */
    void stop() {
        streams.close(STOP);
    }

    @Override
    public void close() {
        stop();
        ground.forget(topics());
        Folders.delete(ground.stateDirectory(topics()));
    }
}
