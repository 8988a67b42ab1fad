package dev.mendline.classifier;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running classifier. Its topics must exist before it starts. */
public final class Classifier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Classifier.class);
    private static final Duration STOP = Duration.ofSeconds(3);

    private final KafkaStreams streams;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    private Classifier(KafkaStreams streams) {
        this.streams = streams;
    }

    /**
     * Starts both stages.
     *
     * @param client Kafka's own client properties, {@code bootstrap.servers} among them; they win over the defaults here
     * @param stateDirectory where Streams keeps its lock and checkpoints
     */
    public static Classifier start(ClassifierSettings settings, Map<String, Object> client, Path stateDirectory) {
        Properties properties = new Properties();
        properties.putAll(defaults(settings, stateDirectory));
        properties.putAll(client);
        KafkaStreams streams = new KafkaStreams(ClassifierTopology.build(settings), properties);
        Classifier classifier = new Classifier(streams);
        streams.setUncaughtExceptionHandler(classifier::failed);
        streams.start();
        return classifier;
    }

    private StreamThreadExceptionResponse failed(Throwable fault) {
        failure.compareAndSet(null, fault);
        LOG.error("the classifier stops: {}", fault.toString());
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    /** Properties of Streams that both stages run with where nobody says otherwise. */
    public static Map<String, Object> defaults(ClassifierSettings settings, Path stateDirectory) {
        Map<String, Object> defaults = new HashMap<>();
        defaults.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.topics().prefix() + "classifier");
        defaults.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        defaults.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        defaults.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, -1);
        defaults.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        defaults.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, FaultHandler.class);
        defaults.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, FaultHandler.class);
        defaults.put("processing.exception.handler.global.enabled", true);
        defaults.put(FaultHandler.DEAD_LETTERS, settings.topics().deadLetters());
        defaults.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 0);
        defaults.put(
                StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
                ClassifierTopology.MAX_RECORD + (1 << 20));
        // A killed instance is missed after so long; by default it would hold the others up for 45 s.
        defaults.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
        return defaults;
    }

    /** Whether every task is assigned and working. */
    public boolean running() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    /** What stopped it, if something did. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure.get());
    }

    /** A counter of the stages, summed over all tasks; 0 when it never counted. */
    public long count(String what) {
        return (long) streams.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().group().equals("stream-mendline-metrics"))
                .filter(metric -> metric.getKey().name().equals(what + "-total"))
                .mapToDouble(metric -> (Double) metric.getValue().metricValue())
                .sum();
    }

    @Override
    public void close() {
        streams.close(STOP);
    }
}
