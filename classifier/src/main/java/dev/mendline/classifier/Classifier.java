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

/** The running classifier. Its topics must exist before it starts. */
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
     * @param client Kafka's own client properties, {@code bootstrap.servers} among them; they win over the defaults here
     * @param stateDirectory where Streams keeps its lock and checkpoints
     * @throws StreamsException when the journal has grown, or another topic does not fit what is kept of it
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
        // An instance that comes may read all its stores at once, for they are small, and gets their work when it has
        // them.
        defaults.put(StreamsConfig.MAX_WARMUP_REPLICAS_CONFIG, 100);
        defaults.put(StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG, 60_000L);
        return defaults;
    }

    /** Whether every task is assigned and working. */
    public boolean running() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    /** What stopped it, if something did. */
    public Optional<Throwable> failure() {
        return mending.failure();
    }

    /** A counter of the stages, summed over all tasks; 0 when it never counted. */
    public long count(String what) {
        return (long) streams.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().group().equals("stream-mendline-metrics"))
                .filter(metric -> metric.getKey().name().equals(what + "-total"))
                .mapToDouble(metric -> (Double) metric.getValue().metricValue())
                .sum();
    }

    /** Leaves its group, so that the others, or the next start, need not wait until it is missed. */
    @Override
    public void close() {
        streams.close(CloseOptions.timeout(STOP)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
    }
}
