package dev.mendline.probes.worker;

import dev.mendline.model.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The Kafka clients of one worker. None of them connects before it is used. */
record WorkerClients(ProbeQueue queue, Producer<String, byte[]> producer, BrokerWatch watch) {
    static WorkerClients of(
            Map<String, Object> properties, Topics topics, String zone, QueueKind kind, int concurrency) {
        if (kind == QueueKind.CLASSIC) {
            throw new IllegalArgumentException("the classic queue comes with the next commit");
        }
        String group = "mendline-probes-" + zone;
        Producer<String, byte[]> producer = new KafkaProducer<>(
                with(
                        properties,
                        Map.of(
                                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                                true,
                                ProducerConfig.ACKS_CONFIG,
                                "all",
                                ProducerConfig.CLIENT_ID_CONFIG,
                                group)),
                new StringSerializer(),
                new ByteArraySerializer());
        ShareConsumer<String, String> consumer = new KafkaShareConsumer<>(
                with(
                        properties,
                        Map.of(
                                ConsumerConfig.GROUP_ID_CONFIG, group,
                                ConsumerConfig.CLIENT_ID_CONFIG, group,
                                ConsumerConfig.SHARE_ACKNOWLEDGEMENT_MODE_CONFIG, "explicit",
                                ConsumerConfig.SHARE_ACQUIRE_MODE_CONFIG, "record_limit",
                                ConsumerConfig.MAX_POLL_RECORDS_CONFIG, concurrency)),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.subscribe(List.of(topics.probeRequests(zone)));
        Admin admin = Admin.create(with(properties, Map.of(ProducerConfig.CLIENT_ID_CONFIG, group)));
        BrokerWatch watch = new BrokerWatch(
                String.valueOf(properties.get(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG)), () -> connected(consumer));
        return new WorkerClients(new ShareQueue(consumer, new ShareGroup(admin, group)), producer, watch);
    }

    /** A member of a group talks to its broker all the time; without a connection the broker is away. */
    private static boolean connected(ShareConsumer<String, String> consumer) {
        return consumer.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals("connection-count"))
                .anyMatch(metric -> metric.getValue().metricValue() instanceof Double count && count > 0);
    }

    private static Map<String, Object> with(Map<String, Object> properties, Map<String, Object> own) {
        Map<String, Object> all = new HashMap<>(properties);
        all.putAll(own);
        return all;
    }
}
