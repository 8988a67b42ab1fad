package dev.mendline.classifier;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsException;

/** Running classifier. Its topics must exist before it starts. */
public final class Classifier implements AutoCloseable {
    private static final Duration STOP = Duration.ofSeconds(3);

    private final KafkaStreams streams;
    private final StreamsFaultPolicy mending;

    private Classifier(KafkaStreams streams, StreamsFaultPolicy mending) {
        this.streams = streams;
        this.mending = mending;
    }

    /**
     * Starts both stages.
     *
     * @param client Kafka client properties with {@code bootstrap.servers}; they override the defaults here
     * @param stateDirectory directory for the lock and checkpoints of Streams
     * @throws StreamsException if the journal has grown, or another topic does not fit the stored state
     */
    public static Classifier start(ClassifierSettings settings, Map<String, Object> client, Path stateDirectory) {
        Properties properties = new Properties();
        properties.putAll(defaults(settings, stateDirectory));
        properties.putAll(client);
        Changelogs changelogs = changelogs(settings, new StreamsConfig(properties));
        changelogs.fit();
        StreamsFaultPolicy mending = new StreamsFaultPolicy(changelogs);
        KafkaStreams streams = new KafkaStreams(ClassifierTopology.build(settings), properties);
        streams.setUncaughtExceptionHandler(mending);
        streams.start();
        return new Classifier(streams, mending);
    }

    private static Changelogs changelogs(ClassifierSettings settings, StreamsConfig config) {
        String application = config.getString(StreamsConfig.APPLICATION_ID_CONFIG);
        return new Changelogs(
                () -> Admin.create(config.getAdminConfigs(application + "-changelogs")), application, settings);
    }

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
        // Time until a killed instance is noticed; the default of 45 s would delay the other instances.
        defaults.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
        // A new instance may restore all its stores at once because they are small. It gets their tasks
        // when it has them.
        defaults.put(StreamsConfig.MAX_WARMUP_REPLICAS_CONFIG, 100);
        defaults.put(StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG, 60_000L);
        return defaults;
    }

    /** Returns true if all tasks are assigned and running. */
    public boolean running() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    /** Returns the exception that stopped the classifier, if any. */
    public Optional<Throwable> failure() {
        return mending.failure();
    }

    /** Returns a counter of the stages, summed over all tasks; 0 if it never counted. */
    public long count(String what) {
        return (long) streams.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().group().equals("stream-mendline-metrics"))
                .filter(metric -> metric.getKey().name().equals(what + "-total"))
                .mapToDouble(metric -> (Double) metric.getValue().metricValue())
                .sum();
    }

    /** Stops and leaves the consumer group, so that other instances take over without a timeout. */
    @Override
    public void close() {
        streams.close(CloseOptions.timeout(STOP)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
    }
}
