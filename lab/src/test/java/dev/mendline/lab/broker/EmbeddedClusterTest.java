package dev.mendline.lab.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slow, as is the only test that uses such a cluster. */
@Tag("slow")
class EmbeddedClusterTest {
    private static final String TOPIC = "things";

    @TempDir
    Path directory;

    @Test
    void what_was_taken_stays_while_any_one_node_is_away() throws Exception {
        try (EmbeddedCluster cluster = EmbeddedCluster.start(directory);
                Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) cluster.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
            assertThat(described(admin).partitions().get(0).replicas()).hasSize(3);
            List<String> sent = new ArrayList<>();
            send(cluster, sent);

            int leader = described(admin).partitions().get(0).leader().id();
            cluster.stop(leader);
            assertThat(cluster.running()).hasSize(2).doesNotContain(leader);
            send(cluster, sent);
            assertThatThrownBy(() -> cluster.stop(leader)).isInstanceOf(IllegalArgumentException.class);

            cluster.restart(leader);
            send(cluster, sent);
            int next = cluster.running().stream()
                    .filter(node -> node != leader)
                    .findFirst()
                    .orElseThrow();
            cluster.stop(next);

            assertThat(read(cluster, sent.size())).containsExactlyElementsOf(sent);
        }
    }

    private static TopicDescription described(Admin admin) throws Exception {
        return admin.describeTopics(List.of(TOPIC)).allTopicNames().get().get(TOPIC);
    }

    /** Returns when all of it is taken. */
    private static void send(EmbeddedCluster cluster, List<String> sent) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", cluster.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            List<Future<?>> taken = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                String value = "thing " + sent.size();
                sent.add(value);
                taken.add(producer.send(new ProducerRecord<>(TOPIC, value)));
            }
            for (Future<?> one : taken) {
                one.get();
            }
        }
    }

    private static List<String> read(EmbeddedCluster cluster, int count) {
        List<String> read = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", cluster.bootstrapServers(), "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition(TOPIC, 0)));
            for (int turn = 0; turn < 200 && read.size() < count; turn++) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> read.add(record.value()));
            }
        }
        return read;
    }
}
