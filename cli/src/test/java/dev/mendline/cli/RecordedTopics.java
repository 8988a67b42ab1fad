package dev.mendline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.classifier.Classifier;
import dev.mendline.classifier.ClassifierSettings;
import dev.mendline.classifier.TopicCreation;
import dev.mendline.cli.config.Configuration;
import dev.mendline.cli.kafka.Broker;
import dev.mendline.cli.kafka.KafkaOptions;
import dev.mendline.cli.kafka.TopicReader;
import dev.mendline.cli.replay.Replay;
import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.redaction.Redactor;
import dev.mendline.model.Json;
import dev.mendline.model.Topics;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.incident.Incident;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** All topics of one pipeline, the journal among them as it was recorded, at the times of its record. */
record RecordedTopics(Broker broker) {
    static RecordedTopics of(String address, String prefix, List<JournalEntry> entries) {
        RecordedTopics topics = at(address, prefix);
        topics.create();
        topics.record(entries);
        return topics;
    }

    static RecordedTopics at(String address, String prefix) {
        Broker broker = new KafkaOptions().broker(Configuration.DEFAULT, address);
        return new RecordedTopics(new Broker(broker.address(), broker.client(), new Topics(prefix)));
    }

    private void create() {
        try (Admin admin = broker.admin()) {
            TopicCreation.create(
                    admin,
                    broker.topics().all(List.of("local", "inner", "outside"), JournalSimulation.PARTITIONS).stream()
                            .map(topic -> new Topics.Topic(topic.name(), topic.partitions(), recorded(topic)))
                            .toList());
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** What was recorded long ago is kept, and keeps its time. */
    private Map<String, String> recorded(Topics.Topic topic) {
        Map<String, String> configs = new HashMap<>(topic.configs());
        configs.put("retention.ms", "-1");
        if (topic.name().equals(broker.topics().journal())) {
            configs.put("message.timestamp.type", "CreateTime");
        }
        return configs;
    }

    /** Each where it stood; one that got lost would move all behind it. */
    private void record(List<JournalEntry> entries) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(broker.client(), new StringSerializer(), new ByteArraySerializer())) {
            for (JournalEntry entry : entries) {
                sent.add(producer.send(new ProducerRecord<>(
                        broker.topics().journal(),
                        entry.partition(),
                        entry.at().toEpochMilli(),
                        entry.key(),
                        entry.value())));
            }
            for (int i = 0; i < sent.size(); i++) {
                assertThat(sent.get(i).get().offset()).isEqualTo(entries.get(i).offset());
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** One that tells the time to nobody, for the journal holds what was told. */
    Classifier classifier(Path states) {
        Map<String, Object> client = new HashMap<>(broker.client());
        client.put("main.consumer.session.timeout.ms", 6_000);
        // A fold that is behind by less than all of it is taken over at once, not warmed up first for minutes.
        client.put("acceptable.recovery.lag", Long.MAX_VALUE);
        client.put("max.poll.records", 100);
        ClassifierSettings settings = new ClassifierSettings(
                broker.topics(),
                List.of(),
                Catalog.builtIn(),
                Inventory.DEFAULT,
                JournalSimulation.SETTINGS,
                new Redactor(List.of()),
                true);
        return Classifier.start(settings, client, states);
    }

    /** How many records of the journal are folded for good. */
    long committed() {
        try (Admin admin = broker.admin()) {
            return admin
                    .listConsumerGroupOffsets(broker.topics().prefix() + "classifier")
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .entrySet()
                    .stream()
                    .filter(each -> each.getKey().topic().equals(broker.topics().journal()))
                    .filter(each -> each.getValue() != null)
                    .mapToLong(each -> each.getValue().offset())
                    .sum();
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Every revision that was published for good, by incident. */
    Map<String, List<String>> revisions() {
        TreeMap<String, List<String>> revisions = new TreeMap<>();
        try (TopicReader reader = TopicReader.of(broker, broker.topics().incidents())) {
            reader.toEnd(record -> revisions
                    .computeIfAbsent(record.key(), id -> new ArrayList<>())
                    .add(new String(record.value(), java.nio.charset.StandardCharsets.UTF_8)));
        }
        return revisions;
    }

    List<JournalEntry> journal() {
        List<JournalEntry> entries = new ArrayList<>();
        try (TopicReader reader = TopicReader.of(broker, broker.topics().journal())) {
            reader.toEnd(record -> entries.add(JournalEntry.of(record)));
        }
        return entries;
    }

    /** What {@code mendline replay} says of it. */
    Replay.Report replayed() {
        Replay replay = new Replay(Catalog.builtIn(), JournalSimulation.SETTINGS);
        journal().forEach(entry -> replay.read(entry.record()));
        List<Incident> newest = revisions().values().stream()
                .map(texts -> Json.read(texts.get(texts.size() - 1), Incident.class))
                .toList();
        return replay.compare(newest);
    }
}
