package dev.mendline.probes.worker;

import dev.mendline.model.Topics;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Kafka clients of one worker. The queue's clients connect when they are first used. */
record WorkerClients(ProbeQueue queue, Producer<String, byte[]> producer, BrokerWatch watch) {
    static WorkerClients of(
            Map<String, Object> properties, Topics topics, String zone, QueueKind kind, int concurrency) {
        ZoneGroup group = new ZoneGroup(properties, zone, topics.probeRequests(zone), concurrency);
        GroupMember member = group.member(kind);
        BrokerWatch watch = new BrokerWatch(
                String.valueOf(properties.get(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG)), member::connected);
        return new WorkerClients(member.queue(), producer(properties, group.name()), watch);
    }

    private static Producer<String, byte[]> producer(Map<String, Object> properties, String clientId) {
        Map<String, Object> all = new HashMap<>(properties);
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.CLIENT_ID_CONFIG, clientId);
        return new KafkaProducer<>(all, new StringSerializer(), new ByteArraySerializer());
    }
}
