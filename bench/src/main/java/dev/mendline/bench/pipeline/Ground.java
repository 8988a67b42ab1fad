package dev.mendline.bench.pipeline;

import dev.mendline.classifier.TopicCreation;
import dev.mendline.lab.broker.EmbeddedBroker;
import dev.mendline.model.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Broker with a temporary folder; both are removed on close. */
final class Ground implements AutoCloseable {
    /** Number of partitions, as in {@code mendline up}. */
    static final int PARTITIONS = 4;

    private static final String ZONE = "local";
    private static final int BATCH = 256 << 10;

    private final Path folder;
    private final EmbeddedBroker broker;
    private final Admin admin;
    private int runs;

    private Ground(Path folder, EmbeddedBroker broker) {
        this.folder = folder;
        this.broker = broker;
        this.admin = Admin.create(client());
    }

    /** Starts a broker in its own folder below the given one. */
    static Ground open(Path below) throws IOException {
        Files.createDirectories(below);
        Path folder = Files.createTempDirectory(below, "run");
        return new Ground(folder, EmbeddedBroker.start(folder.resolve("kafka"), 0));
    }

    Map<String, Object> client() {
        return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServer());
    }

    Path stateDirectory(Topics topics) {
        return folder.resolve(topics.prefix() + "state");
    }

    /** Creates topics with a new prefix. */
    Topics freshTopics() {
        Topics topics = new Topics("run-" + ++runs + ".");
        create(topics.all(Set.of(ZONE), PARTITIONS));
        create(List.of(new Topics.Topic(topics.prefix() + "out", PARTITIONS, Map.of())));
        return topics;
    }

    void create(List<Topics.Topic> topics) {
        done(() -> {
            TopicCreation.create(admin, topics);
            return topics;
        });
    }

    private static Stream<TopicPartition> partitions(String topic, int partitions) {
        return IntStream.range(0, partitions).mapToObj(partition -> new TopicPartition(topic, partition));
    }

    /** Deletes everything that a run wrote, including Streams' own topics. */
    void forget(Topics topics) {
        get(admin.deleteTopics(get(admin.listTopics().names()).stream()
                        .filter(name -> name.startsWith(topics.prefix()))
                        .toList())
                .all());
    }

    /** Returns the offset after the last committed record of each partition with records. */
    Map<TopicPartition, Long> ends(String topic) {
        Map<TopicPartition, OffsetSpec> latest = partitions(topic, PARTITIONS)
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        return get(admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all())
                .entrySet()
                .stream()
                .filter(end -> end.getValue().offset() > 0)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    /** Returns the committed offsets of a group. */
    Map<TopicPartition, Long> committed(String group) {
        return get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()).entrySet().stream()
                .filter(place -> place.getValue() != null)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, place -> place.getValue().offset()));
    }

    /** Reads the values of all records committed so far. */
    void read(String topic, Consumer<byte[]> reader) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Waiting.A_WHILE).forEach(record -> reader.accept(record.value()));
            }
        }
    }

    /** Returns a consumer of committed records. */
    KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                        broker.bootstrapServer(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
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

    private static <T> T get(KafkaFuture<T> future) {
        return done(future::get);
    }

    /** Request to the broker. */
    private interface Asked<T> {
        T answer() throws ExecutionException, InterruptedException;
    }

    private static <T> T done(Asked<T> asked) {
        try {
            return asked.answer();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker refused: " + e.getCause(), e);
        }
    }

    @Override
    public void close() {
        admin.close();
        broker.close();
        Folders.delete(folder);
    }
}
