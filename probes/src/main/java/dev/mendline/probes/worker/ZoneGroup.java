package dev.mendline.probes.worker;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Consumer groups of a zone's workers: {@code mendline-probes-ZONE} for the share group and {@code
 * mendline-probes-ZONE-classic} for the ordinary one, because a group cannot change its type.
 *
 * @param properties Kafka client properties; they override the defaults set here
 * @param topic topic of the zone's requests
 * @param concurrency maximum number of requests in progress
 */
record ZoneGroup(Map<String, Object> properties, String zone, String topic, int concurrency) {
    /** Time after which a dead worker is removed: the default of 45 s is too long for a request of 60 s. */
    private static final int SESSION_MILLIS = 10_000;

    /** Member of a group: its queue, and the metrics of its client. */
    record Member(ProbeQueue queue, Supplier<Map<MetricName, ? extends Metric>> metrics) {
        /** Returns true if the client has a connection, as a group member always has unless the broker is away. */
        boolean connected() {
            return metrics.get().entrySet().stream()
                    .filter(metric -> metric.getKey().name().equals("connection-count"))
                    .anyMatch(metric -> metric.getValue().metricValue() instanceof Double count && count > 0);
        }
    }

    String name() {
        return "mendline-probes-" + zone;
    }

    String classicName() {
        return name() + "-classic";
    }

    /** Returns a member of this kind. It connects when it is first used. */
    Member member(QueueKind kind) {
        return switch (kind) {
            case SHARE -> share();
            case CLASSIC -> classic();
            case AUTO -> auto();
        };
    }

    private Member share() {
        Map<String, Object> config = config();
        config.put(ConsumerConfig.GROUP_ID_CONFIG, name());
        config.put(ConsumerConfig.SHARE_ACKNOWLEDGEMENT_MODE_CONFIG, "explicit");
        config.put(ConsumerConfig.SHARE_ACQUIRE_MODE_CONFIG, "record_limit");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, concurrency);
        ShareConsumer<String, String> consumer =
                new KafkaShareConsumer<>(config, new StringDeserializer(), new StringDeserializer());
        consumer.subscribe(List.of(topic));
        return new Member(new ShareQueue(consumer, new ShareGroup(Admin.create(config()), name())), consumer::metrics);
    }

    private Member classic() {
        Map<String, Object> config = config();
        config.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
        config.putIfAbsent(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, SESSION_MILLIS / 3);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, classicName());
        config.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
        config.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, concurrency);
        Consumer<String, String> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer());
        return new Member(new ClassicQueue(consumer, topic, concurrency), consumer::metrics);
    }

    private Member auto() {
        AutoQueue queue = new AutoQueue(Admin.create(config()), this::share, this::classic);
        return new Member(queue, queue::metrics);
    }

    /** Returns a producer for the findings. */
    Producer<String, byte[]> producer() {
        Map<String, Object> config = config();
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    private Map<String, Object> config() {
        Map<String, Object> config = new HashMap<>(properties);
        config.put(CommonClientConfigs.CLIENT_ID_CONFIG, name());
        return config;
    }
}
