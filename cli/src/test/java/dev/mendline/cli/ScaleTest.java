package dev.mendline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.cli.config.Configuration;
import dev.mendline.cli.config.ConfigurationFile;
import dev.mendline.cli.kafka.Broker;
import dev.mendline.cli.kafka.KafkaOptions;
import dev.mendline.lab.broker.EmbeddedCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.GroupState;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Several classifiers, each a process of its own, on a cluster of three brokers; some of them die under load. Takes more than
 * a minute.
 */
@Tag("slow")
class ScaleTest {
    private static final int PARTITIONS = 6;
    private static final int MORE = 2;
    private static final int DEPLOYMENTS = 60;
    private static final int LINES_PER_SECOND = 400;
    /** Kafka's clients look for new partitions every five minutes; a test does not wait for that. */
    private static final String SOON = "properties: {metadata.max.age.ms: '1000'}";

    private static final String PREFIX = "scale.";
    private static final String GROUP = PREFIX + "classifier";

    @TempDir
    private Path folder;

    private final List<Spawned> instances = new ArrayList<>();

    @AfterEach
    void end() {
        instances.forEach(Spawned::close);
    }

    @Test
    void instances_share_the_work_and_what_dies_under_load_loses_nothing_and_repeats_nothing() throws Exception {
        Path config = folder.resolve("mendline.yaml");
        try (EmbeddedCluster cluster = EmbeddedCluster.start(folder.resolve("kafka"))) {
            String servers = cluster.bootstrapServers();
            Files.writeString(config, ClassifierRun.yaml(PREFIX, "bootstrap-server: '" + servers + "', " + SOON));
            Configuration configuration = ConfigurationFile.load(config, Map.of());
            Broker broker = new KafkaOptions().broker(configuration, servers);
            broker.createTopics(configuration.zoneNames(), PARTITIONS);
            Spawned first = start(config);
            start(config);
            shared(broker, 2, 2 * PARTITIONS);

            long begun = System.nanoTime();
            try (Witness witness = new Witness(broker)) {
                Load load = new Load(broker, LINES_PER_SECOND, DEPLOYMENTS);
                try (load) {
                    eventually(() -> assertThat(witness.look().incidents()).isEqualTo(DEPLOYMENTS));
                    start(config);
                    shared(broker, 3, 2 * PARTITIONS);
                    caughtUp(witness, load, "a third instance came");

                    grow(broker);
                    shared(broker, 3, 2 * PARTITIONS + MORE);
                    caughtUp(witness, load, "the logs had more partitions");

                    first.process().destroyForcibly().waitFor();
                    caughtUp(witness, load, "an instance was killed");
                    shared(broker, 2, 2 * PARTITIONS + MORE);

                    int leader = leader(broker);
                    cluster.stop(leader);
                    caughtUp(witness, load, "a broker was stopped");
                    cluster.restart(leader);
                    caughtUp(witness, load, "it was started again");
                }
                double seconds = (System.nanoTime() - begun) / 1e9;

                eventually(() -> assertThat(witness.look().counted()).isEqualTo(load.taken()));
                eventually(() -> assertThat(witness.look().inIncidents()).isEqualTo(load.taken()));
                eventually(() -> assertThat(witness.look().replayed().isEqual()).isTrue());
                witness.revisionsAreWhole();
                assertThat(witness.incidents()).isEqualTo(DEPLOYMENTS);
                System.err.printf(
                        "mendline: %d lines in %.1f s (%.0f a second), %d sightings, %d revisions of %d incidents%n",
                        load.taken(),
                        seconds,
                        load.taken() / seconds,
                        witness.sightings(),
                        witness.revisions(),
                        witness.incidents());
            }
        }
    }

    private Spawned start(Path config) throws IOException {
        Path own = Files.createDirectories(folder.resolve("instance-" + instances.size()));
        Spawned instance = Spawned.of(
                own, Map.of(), "run", "classifier", "--config", config.toString(), "--data-dir", own.toString());
        instances.add(instance);
        return instance;
    }

    /** Returns when so many instances work, each on partitions of its own. */
    private static void shared(Broker broker, int instances, int partitions) {
        try (Admin admin = broker.admin()) {
            eventually(() -> {
                ConsumerGroupDescription group =
                        admin.describeConsumerGroups(List.of(GROUP)).all().get().get(GROUP);
                assertThat(group.groupState()).isEqualTo(GroupState.STABLE);
                assertThat(group.members())
                        .hasSize(instances)
                        .extracting(ScaleTest::partitions)
                        .allSatisfy(some -> assertThat(some).isPositive());
                assertThat(group.members().stream()
                                .mapToInt(ScaleTest::partitions)
                                .sum())
                        .isEqualTo(partitions);
            });
        }
    }

    private static void grow(Broker broker) throws ExecutionException, InterruptedException {
        try (Admin admin = broker.admin()) {
            admin.createPartitions(Map.of(broker.topics().logs(), NewPartitions.increaseTo(PARTITIONS + MORE)))
                    .all()
                    .get();
        }
    }

    private static int partitions(MemberDescription member) {
        return member.assignment().topicPartitions().size();
    }

    /** Returns when all that was sent so far is in incidents. */
    private static void caughtUp(Witness witness, Load load, String since) {
        long sent = load.taken();
        long begun = System.nanoTime();
        eventually(() -> assertThat(witness.look().inIncidents()).isGreaterThanOrEqualTo(sent));
        System.err.printf("mendline: caught up %.1f s after %s%n", (System.nanoTime() - begun) / 1e9, since);
    }

    private static int leader(Broker broker) throws ExecutionException, InterruptedException {
        try (Admin admin = broker.admin()) {
            String journal = broker.topics().journal();
            TopicDescription described =
                    admin.describeTopics(List.of(journal)).allTopicNames().get().get(journal);
            return described.partitions().get(0).leader().id();
        }
    }

    private static void eventually(ThrowingRunnable condition) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(300))
                .ignoreExceptions()
                .untilAsserted(condition);
    }
}
