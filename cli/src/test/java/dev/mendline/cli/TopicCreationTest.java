package dev.mendline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.cli.config.Configuration;
import dev.mendline.cli.kafka.Broker;
import dev.mendline.cli.kafka.KafkaOptions;
import dev.mendline.lab.broker.EmbeddedBroker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** Roles that start beside each other on a new cluster write as soon as the topics are said to be there. */
class TopicCreationTest {
    private static final int PARTITIONS = 12;
    private static final int EACH = 2_000;

    @RepeatedTest(3)
    void what_is_sent_at_once_by_several_who_create_the_same_topics_all_comes_in(@TempDir Path folder)
            throws Exception {
        try (EmbeddedBroker kafka = EmbeddedBroker.start(folder.resolve("kafka"), 0)) {
            Broker broker = new KafkaOptions().broker(Configuration.DEFAULT, kafka.bootstrapServer());

            List<CompletableFuture<Integer>> roles = Stream.of("first", "second")
                    .map(role -> CompletableFuture.supplyAsync(() -> createdAndSent(broker, role)))
                    .toList();

            for (CompletableFuture<Integer> role : roles) {
                assertThat(role.get(60, TimeUnit.SECONDS)).isEqualTo(EACH);
            }
        }
    }

    /** How many records came in. */
    private static int createdAndSent(Broker broker, String role) {
        broker.createTopics(List.of("local"), PARTITIONS);
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (KafkaProducer<String, byte[]> producer = broker.producer()) {
            for (int i = 0; i < EACH; i++) {
                sent.add(producer.send(
                        new ProducerRecord<>(broker.topics().logs(), i % PARTITIONS, role, new byte[1_000])));
            }
        }
        return (int) sent.stream().filter(TopicCreationTest::isIn).count();
    }

    private static boolean isIn(Future<RecordMetadata> record) {
        try {
            return record.get().hasOffset();
        } catch (Exception e) {
            return false;
        }
    }
}
