package dev.mendline.cli;

import dev.mendline.classifier.Classifier;
import dev.mendline.cli.config.Configuration;
import dev.mendline.cli.config.ConfigurationFile;
import dev.mendline.cli.incidents.Incidents;
import dev.mendline.cli.kafka.Broker;
import dev.mendline.cli.kafka.KafkaOptions;
import dev.mendline.cli.kafka.TopicReader;
import dev.mendline.cli.process.OpenResources;
import dev.mendline.cli.replay.Replay;
import dev.mendline.cli.runtime.Roles;
import dev.mendline.engine.catalog.Catalog;
import dev.mendline.model.Json;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.journal.Command;
import dev.mendline.model.journal.JournalRecord;
import dev.mendline.model.journal.Sighting;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** The classifier alone, as {@code run classifier} has it, under a topic prefix of its own; and what comes of it. */
final class ClassifierRun implements AutoCloseable {
    static final int PARTITIONS = 2;

    private static final Catalog CATALOG = Catalog.builtIn();

    final Broker broker;
    private final Configuration configuration;
    private final List<Roles> instances = new ArrayList<>();

    /** @param kafka keys of {@code kafka:} besides the prefix, as a flow mapping has them */
    ClassifierRun(String bootstrapServer, String prefix, String kafka) {
        this(bootstrapServer, yaml(prefix, kafka));
    }

    /** With all of its {@code mendline.yaml}. */
    ClassifierRun(String bootstrapServer, String yaml) {
        configuration = ConfigurationFile.parse("test", yaml);
        broker = new KafkaOptions().broker(configuration, bootstrapServer);
        broker.createTopics(configuration.zoneNames(), PARTITIONS);
    }

    static String yaml(String prefix, String kafka) {
        return "kafka: {topic-prefix: " + prefix + ", " + kafka + "}\nsuffixes: [{suffix: mongodb.test}]\n";
    }

    /** What a driver says of a deployment that is the only one of its site. */
    static byte[] line(int deployment) {
        return ("Error: querySrv ECONNREFUSED _mongodb._tcp.c" + deployment + ".p" + deployment + ".mongodb.test")
                .getBytes(StandardCharsets.UTF_8);
    }

    Classifier start(Path state) {
        Roles roles = new Roles(broker, configuration);
        instances.add(roles);
        roles.classifier(CATALOG, state);
        return roles.classifier().orElseThrow();
    }

    Classifier started(Path state) {
        Classifier classifier = start(state);
        instances.get(instances.size() - 1).awaitRunning();
        return classifier;
    }

    void grow(String topic, int partitions) throws ExecutionException, InterruptedException {
        try (Admin admin = broker.admin()) {
            admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(partitions)))
                    .all()
                    .get();
        }
    }

    /** One line about a deployment of its own, into that partition. */
    void log(String topic, int partition, int deployment) {
        try (KafkaProducer<String, byte[]> logs = broker.producer()) {
            var unused = logs.send(new ProducerRecord<>(topic, partition, null, line(deployment)));
        }
    }

    /** A person's command, as {@code incidents resolve} and the like write it. */
    void say(Incident about, String command) {
        Command said = new Command(
                command + ":" + about.id(),
                about.site(),
                about.id(),
                Command.Kind.valueOf(command.toUpperCase(Locale.ROOT)),
                "dana",
                "over",
                null,
                null,
                null);
        try (KafkaProducer<String, byte[]> journal = broker.producer()) {
            var unused = journal.send(new ProducerRecord<>(broker.topics().journal(), said.site(), Json.bytes(said)));
        }
    }

    /** All that stands in the journal, whoever wrote it. */
    List<Sighting> sightings() {
        List<Sighting> sightings = new ArrayList<>();
        try (TopicReader journal = TopicReader.of(broker, broker.topics().journal())) {
            journal.toEnd(record -> {
                if (Json.read(record.value(), JournalRecord.class) instanceof Sighting sighting) {
                    sightings.add(sighting);
                }
            });
        }
        return sightings;
    }

    List<Incident> incidents() {
        try (Incidents incidents = new Incidents(broker)) {
            return List.copyOf(incidents.all());
        }
    }

    Replay.Report replayed() {
        Replay replay = new Replay(CATALOG, configuration.engine());
        try (TopicReader journal = TopicReader.of(broker, broker.topics().journal());
                Incidents incidents = new Incidents(broker)) {
            journal.toEnd(replay::read);
            return replay.compare(incidents.all());
        }
    }

    static void eventually(ThrowingRunnable condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(condition);
    }

    @Override
    public void close() {
        OpenResources.together(List.copyOf(instances));
    }
}
