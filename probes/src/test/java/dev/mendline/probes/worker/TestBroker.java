package dev.mendline.probes.worker;

import dev.mendline.lab.broker.EmbeddedBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A real broker, and one for all tests of this JVM: each test has a topic and groups of its own. */
final class TestBroker {
    private static final EmbeddedBroker BROKER = start();

    private TestBroker() {}

    private static EmbeddedBroker start() {
        try {
            EmbeddedBroker broker = EmbeddedBroker.start(Files.createTempDirectory("broker"), 0);
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
            return broker;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, Object> client() {
        return Map.of("bootstrap.servers", BROKER.bootstrapServer());
    }

    static Map<String, Object> client(Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(client());
        all.putAll(more);
        return all;
    }

    static void create(String topic, int partitions) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(client())) {
            admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1)))
                    .all()
                    .get();
        }
    }

    /** How long a share group's requests are locked; what the group's first member does not change. */
    static void lock(String group, Duration lock) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(client())) {
            AlterConfigOp set = new AlterConfigOp(
                    new ConfigEntry("share.record.lock.duration.ms", Long.toString(lock.toMillis())),
                    AlterConfigOp.OpType.SET);
            admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.GROUP, group), List.of(set)))
                    .all()
                    .get();
        }
    }

    static void send(String topic, String... values) {
        for (String value : values) {
            send(topic, value.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** @param value null for a record without one */
    static void send(String topic, byte[] value) {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(client(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, value)).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
