package dev.mendline.notifier.delivery;

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

/** The three Kafka clients of the notifier: the operator's properties, with the settings that the notifier requires. */
record KafkaClients(
        Consumer<String, byte[]> incidents, Consumer<String, byte[]> logReader, Producer<String, byte[]> producer)
        implements AutoCloseable {
    static final String GROUP = "mendline-notifier";

    private static final Duration CLOSE_TIMEOUT = Duration.ofMillis(300);

    static KafkaClients of(Map<String, Object> properties) {
        Map<String, Object> reading = new HashMap<>(properties);
        reading.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        reading.put(ConsumerConfig.CLIENT_ID_CONFIG, GROUP);
        reading.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        reading.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        reading.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        reading.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);

        Map<String, Object> replaying = new HashMap<>(reading);
        replaying.remove(ConsumerConfig.GROUP_ID_CONFIG);
        replaying.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        replaying.put(ConsumerConfig.CLIENT_ID_CONFIG, GROUP + "-log");

        Map<String, Object> writing = new HashMap<>(properties);
        writing.put(ProducerConfig.CLIENT_ID_CONFIG, GROUP);
        writing.put(ProducerConfig.ACKS_CONFIG, "all");
        writing.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_000);

        return new KafkaClients(
                new KafkaConsumer<>(reading, new StringDeserializer(), new ByteArrayDeserializer()),
                new KafkaConsumer<>(replaying, new StringDeserializer(), new ByteArrayDeserializer()),
                new KafkaProducer<>(writing, new StringSerializer(), new ByteArraySerializer()));
    }

    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
        logReader.close(CloseOptions.timeout(CLOSE_TIMEOUT));
        incidents.close(CloseOptions.timeout(CLOSE_TIMEOUT));
    }
}
