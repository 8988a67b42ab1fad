package dev.mendline.bench.pipeline;

import dev.mendline.classifier.TopicCreation;
import dev.mendline.lab.broker.EmbeddedBroker;
import dev.mendline.model.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Broker with a temporary folder; both are removed on close. */
final class BenchBroker implements AutoCloseable {
    /** Number of partitions, as in {@code mendline up}. */
    static final int PARTITIONS = 4;

    private static final String ZONE = "local";
    private static final int BATCH = 256 << 10;

    private final Path folder;
    private final EmbeddedBroker broker;
    private final Admin admin;
    private int runs;

    /** Starts a broker in its own folder below the given one. */
    BenchBroker(Path below) throws IOException {
        folder = Files.createTempDirectory(Files.createDirectories(below), "run");
        broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
        admin = Admin.create(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServer()));
    }

    String bootstrapServer() {
        return broker.bootstrapServer();
    }

    Path stateDirectory(Topics topics) {
        return folder.resolve(topics.prefix() + "state");
    }

    /** Creates topics with a new prefix, including {@link MeasuredTopology#output}. */
    Topics freshTopics() {
        Topics topics = new Topics("run-" + ++runs + ".");
        List<Topics.Topic> all = new ArrayList<>(topics.all(Set.of(ZONE), PARTITIONS));
        all.add(new Topics.Topic(MeasuredTopology.output(topics), PARTITIONS, Map.of()));
        create(all);
        return topics;
    }

    /** Creates a topic for lines. */
    void createLogs(String name) {
        create(List.of(new Topics.Topic(name, PARTITIONS, Map.of())));
    }

    private void create(List<Topics.Topic> topics) {
        try {
            TopicCreation.create(admin, topics);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker refused: " + e.getCause(), e);
        }
    }

    /** Deletes all topics and the state of a run, including Streams' own topics. */
    void delete(Topics topics) {
        join(admin.deleteTopics(join(admin.listTopics().names()).stream()
                        .filter(name -> name.startsWith(topics.prefix()))
                        .toList())
                .all());
        delete(stateDirectory(topics));
    }

    /** Returns the offset after the last committed record of each partition with records. */
    Map<TopicPartition, Long> ends(String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(topic)) {
            Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(consumer.assignment()));
            ends.values().removeIf(end -> end == 0);
            return ends;
        }
    }

    /** Returns the committed offsets of a group. */
    Map<TopicPartition, Long> committed(String group) {
        return join(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()).entrySet().stream()
                .filter(place -> place.getValue() != null)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, place -> place.getValue().offset()));
    }

    /** Reads the values of all records committed so far. */
    void read(String topic, Consumer<byte[]> reader) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(topic)) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Waiting.PAUSE).forEach(record -> reader.accept(record.value()));
            }
        }
    }

    /** Returns a consumer of a topic's committed records from the beginning. */
    KafkaConsumer<byte[], byte[]> consumer(String topic) {
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                        broker.bootstrapServer(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList());
        consumer.seekToBeginning(consumer.assignment());
        return consumer;
    }

    /** Returns a producer with this linger time. */
    KafkaProducer<byte[], byte[]> producer(int lingerMillis) {
        return new KafkaProducer<>(
                Map.of(
                        CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServer(),
                        ProducerConfig.LINGER_MS_CONFIG, lingerMillis,
                        ProducerConfig.BATCH_SIZE_CONFIG, BATCH),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static <T> T join(KafkaFuture<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        admin.close();
        broker.close();
        delete(folder);
    }
}
