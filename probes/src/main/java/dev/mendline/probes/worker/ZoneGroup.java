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
 * Consumer groups of a zone's workers: {@code mendline-probes-ZONE} for the share group and {@code
 * mendline-probes-ZONE-classic} for the ordinary one, because a group cannot change its type.
 *
 * @param properties Kafka client properties; they override the defaults set here
 * @param topic topic of the zone's requests
 * @param concurrency maximum number of requests in progress
 */
record ZoneGroup(Map<String, Object> properties, String zone, String topic, int concurrency) {
    /**
     * Time after which a dead worker is removed. The default of 45 s is too long for a request of 60 s; brokers allow
     * no less than 6 s.
     */
    private static final int SESSION_MILLIS = 10_000;

    String name() {
        return "mendline-probes-" + zone;
    }

    String classicName() {
        return name() + "-classic";
    }

    /** Returns a member of this kind. It connects when it is first used. */
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
