package dev.mendline.lab;

import dev.mendline.lab.broker.EmbeddedBroker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A topic of strings and the clients that write and read it. */
public final class Things {
    public static final int LARGEST = 16 << 20;

    private static final String TOPIC = "things";
    private static final String SHARERS = "sharers";

    private Things() {}

    public static void create(EmbeddedBroker broker) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServer()))) {
            NewTopic topic =
                    new NewTopic(TOPIC, 1, (short) 1).configs(Map.of("max.message.bytes", Integer.toString(LARGEST)));
            admin.createTopics(List.of(topic)).all().get();
            AlterConfigOp fromTheStart =
                    new AlterConfigOp(new ConfigEntry("share.auto.offset.reset", "earliest"), AlterConfigOp.OpType.SET);
            ConfigResource group = new ConfigResource(ConfigResource.Type.GROUP, SHARERS);
            admin.incrementalAlterConfigs(Map.of(group, List.of(fromTheStart)))
                    .all()
                    .get();
        }
    }

    public static void send(EmbeddedBroker broker, String value) throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.bootstrapServer(), "max.request.size", LARGEST);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, value)).get();
        }
    }

    public static List<String> read(EmbeddedBroker broker, int count) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                broker.bootstrapServer(),
                "group.id",
                "readers",
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            return poll(() -> consumer.poll(Duration.ofMillis(200)), count);
        }
    }

    public static List<String> share(EmbeddedBroker broker, int count) {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServer(), "group.id", SHARERS);
        try (KafkaShareConsumer<String, String> consumer =
                new KafkaShareConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            return poll(() -> consumer.poll(Duration.ofMillis(200)), count);
        }
    }

    private static List<String> poll(Supplier<ConsumerRecords<String, String>> poll, int count) {
        List<String> values = new ArrayList<>();
        long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (values.size() < count && System.nanoTime() < end) {
            poll.get().forEach(record -> values.add(record.value()));
        }
        return values;
    }

    public static String large() {
        return "x".repeat(LARGEST - 1024);
    }
}
