package dev.mendline.notifier;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The notifier's three Kafka clients, made of the operator's properties and of what the notifier insists on. */
final class Clients implements AutoCloseable {
    static final String GROUP = "mendline-notifier";

    private static final Duration CLOSE = Duration.ofMillis(300);

    private final Consumer<String, byte[]> incidents;
    private final Consumer<String, byte[]> ledger;
    private final Producer<String, byte[]> producer;

    Clients(Map<String, Object> properties) {
        Map<String, Object> reading = new HashMap<>(properties);
        reading.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        reading.put(ConsumerConfig.CLIENT_ID_CONFIG, GROUP);
        reading.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        reading.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        reading.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        reading.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        incidents = new KafkaConsumer<>(reading, new StringDeserializer(), new ByteArrayDeserializer());

        Map<String, Object> recalling = new HashMap<>(reading);
        recalling.remove(ConsumerConfig.GROUP_ID_CONFIG);
        recalling.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        recalling.put(ConsumerConfig.CLIENT_ID_CONFIG, GROUP + "-ledger");
        ledger = new KafkaConsumer<>(recalling, new StringDeserializer(), new ByteArrayDeserializer());

        Map<String, Object> writing = new HashMap<>(properties);
        writing.put(ProducerConfig.CLIENT_ID_CONFIG, GROUP);
        writing.put(ProducerConfig.ACKS_CONFIG, "all");
        writing.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_000);
        producer = new KafkaProducer<>(writing, new StringSerializer(), new ByteArraySerializer());
    }

    Consumer<String, byte[]> incidents() {
        return incidents;
    }

    Consumer<String, byte[]> ledger() {
        return ledger;
    }

    Producer<String, byte[]> producer() {
        return producer;
    }

    @Override
    public void close() {
        producer.close(CLOSE);
        ledger.close(CloseOptions.timeout(CLOSE));
        incidents.close(CloseOptions.timeout(CLOSE));
    }
}
