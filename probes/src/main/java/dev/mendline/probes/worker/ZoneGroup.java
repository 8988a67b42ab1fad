package dev.mendline.probes.worker;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The groups that a zone's workers form: {@code mendline-probes-ZONE} where it is a share group, {@code
 * mendline-probes-ZONE-classic} where it is an ordinary one. A group is of one type for as long as it lives.
 *
 * @param properties Kafka's client properties; they override what is a matter of taste here
 * @param topic of the zone's requests
 * @param concurrency requests in hand at the same time
 */
record ZoneGroup(Map<String, Object> properties, String zone, String topic, int concurrency) {
    /**
     * A worker that dies without a word is missed after this time; the default is 45 s, of a request's 60. Brokers allow
     * no less than 6 s.
     */
    private static final int SESSION_MILLIS = 10_000;

    String name() {
        return "mendline-probes-" + zone;
    }

    String classicName() {
        return name() + "-classic";
    }

    /** One of the three kinds; connects when it is used first. */
    GroupMember member(QueueKind kind) {
        return switch (kind) {
            case SHARE -> share();
            case CLASSIC -> classic();
            case AUTO -> auto();
        };
    }

    private GroupMember share() {
        ShareConsumer<String, String> consumer = new KafkaShareConsumer<>(
                with(Map.of(
                        ConsumerConfig.GROUP_ID_CONFIG,
                        name(),
                        ConsumerConfig.SHARE_ACKNOWLEDGEMENT_MODE_CONFIG,
                        "explicit",
                        ConsumerConfig.SHARE_ACQUIRE_MODE_CONFIG,
                        "record_limit",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        concurrency)),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.subscribe(List.of(topic));
        return new GroupMember(new ShareQueue(consumer, new ShareGroup(admin(), name())), consumer::metrics);
    }

    private GroupMember classic() {
        Map<String, Object> all = new HashMap<>(Map.of(
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                SESSION_MILLIS,
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                SESSION_MILLIS / 3));
        all.putAll(with(Map.of(
                ConsumerConfig.GROUP_ID_CONFIG,
                classicName(),
                ConsumerConfig.GROUP_PROTOCOL_CONFIG,
                "classic",
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                CooperativeStickyAssignor.class.getName(),
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                concurrency)));
        Consumer<String, String> consumer =
                new KafkaConsumer<>(all, new StringDeserializer(), new StringDeserializer());
        return new GroupMember(new ClassicQueue(consumer, topic, concurrency), consumer::metrics);
    }

    private GroupMember auto() {
        AutoQueue queue = new AutoQueue(admin(), this::share, this::classic);
        return new GroupMember(queue, queue::metrics);
    }

    private Admin admin() {
        return Admin.create(with(Map.of()));
    }

    private Map<String, Object> with(Map<String, Object> own) {
        Map<String, Object> all = new HashMap<>(properties);
        all.put(CommonClientConfigs.CLIENT_ID_CONFIG, name());
        all.putAll(own);
        return all;
    }
}
