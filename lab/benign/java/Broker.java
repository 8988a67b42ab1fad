import dev.mendline.lab.broker.EmbeddedBroker;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A real broker and its clients, used rightly and wrongly; logback on the class path says all of it. usage: Broker FOLDER */
public final class Broker {
    private Broker() {}

    public static void main(String[] args) throws Exception {
        EmbeddedBroker broker = EmbeddedBroker.start(Files.createDirectories(Path.of(args[0])), 9092);
        String server = broker.bootstrapServer();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", server))) {
            admin.createTopics(List.of(new NewTopic("orders", 3, (short) 1), new NewTopic("stock", 1, (short) 1))).all().get();
            for (NewTopic bad : List.of(new NewTopic("orders", 1, (short) 1), new NewTopic("a b", 1, (short) 1), new NewTopic("c", 1, (short) 3))) {
                tried(() -> admin.createTopics(List.of(bad)).all().get());
            }
            tried(() -> admin.describeConsumerGroups(List.of("nobody")).all().get());
        }
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(Map.of("bootstrap.servers", server, "key.serializer",
                StringSerializer.class, "value.serializer", StringSerializer.class, "max.block.ms", 2000, "transactional.id", "tx"))) {
            producer.initTransactions();
            producer.beginTransaction();
            for (int i = 0; i < 30; i++) {
                producer.send(new ProducerRecord<>("orders", "k" + i, "v"));
            }
            producer.commitTransaction();
            producer.beginTransaction();
            tried(() -> producer.send(new ProducerRecord<>("no such topic", "v")).get());
            tried(() -> producer.send(new ProducerRecord<>("orders", "v".repeat(2_000_000))).get());
            tried(() -> {
                producer.abortTransaction();
                return null;
            });
        }
        for (int n = 0; n < 2; n++) {
            KafkaConsumer<String, String> consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", server, "group.id", "billing",
                    "auto.offset.reset", "earliest", "key.deserializer", StringDeserializer.class, "value.deserializer", StringDeserializer.class));
            consumer.subscribe(List.of("orders", "stock", "missing"));
            consumer.poll(Duration.ofSeconds(4));
            consumer.commitSync();
            if (n == 1) {
                broker.close();
                consumer.poll(Duration.ofSeconds(3));
                tried(() -> {
                    consumer.commitSync(Duration.ofSeconds(2));
                    return null;
                });
            } else {
                for (String junk : List.of("GET / HTTP/1.0\r\n\r\n", "\u0016\u0003\u0001", "EHLO x\r\n")) {
                    try (Socket socket = new Socket("127.0.0.1", 9092)) {
                        socket.getOutputStream().write(junk.getBytes("ISO-8859-1"));
                        Thread.sleep(200);
                    }
                }
            }
            consumer.close(Duration.ofSeconds(1));
        }
        System.exit(0);
    }

    interface Try {
        Object run() throws Exception;
    }

    private static void tried(Try what) {
        try {
            what.run();
        } catch (Exception e) {
            org.slf4j.LoggerFactory.getLogger("com.example.billing.Consumer").error("Kafka said no: {}", e.toString());
        }
    }
}
