package dev.mendline.cli;

import static dev.mendline.cli.ClassifierRun.PARTITIONS;
import static dev.mendline.cli.ClassifierRun.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendline.classifier.Classifier;
import dev.mendline.lab.broker.EmbeddedBroker;
import dev.mendline.model.journal.Sighting;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Partitions that come while the classifier runs, or before it starts again. */
class GrowingTopicsTest {
    /** Kafka's clients look for new partitions every five minutes; a test does not wait for that. */
    private static final String SOON = "properties: {metadata.max.age.ms: '500'}";

    @TempDir
    private static Path folder;

    private static EmbeddedBroker kafka;

    @BeforeAll
    static void startKafka() {
        kafka = EmbeddedBroker.start(folder.resolve("kafka"), 0);
    }

    @AfterAll
    static void stopKafka() {
        kafka.close();
    }

    private static ClassifierRun run(String prefix, String more) {
        return new ClassifierRun(kafka.bootstrapServer(), prefix, SOON + more);
    }

    private static void sees(ClassifierRun run, Classifier classifier, int... partitions) {
        eventually(() -> {
            assertThat(classifier.failure()).isEmpty();
            assertThat(run.sightings())
                    .extracting(GrowingTopicsTest::partition)
                    .containsExactlyInAnyOrder(IntStream.of(partitions).boxed().toArray(Integer[]::new));
        });
    }

    private static int partition(Sighting sighting) {
        return sighting.samples().get(0).source().partition();
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "streams"})
    void lines_of_a_partition_that_is_added_while_it_runs_become_sightings(String protocol) throws Exception {
        try (ClassifierRun run = run("grow-" + protocol + ".", ", group-protocol: " + protocol)) {
            Classifier classifier = run.started(folder.resolve(protocol));
            run.log(run.broker.topics().logs(), 0, 1);
            sees(run, classifier, 0);

            run.grow(run.broker.topics().logs(), PARTITIONS + 2);
            run.log(run.broker.topics().logs(), PARTITIONS + 1, 2);
            run.log(run.broker.topics().logs(), 1, 3);

            sees(run, classifier, 0, PARTITIONS + 1, 1);
        }
    }

    @Test
    void a_larger_topic_that_comes_under_the_pattern_is_read() throws Exception {
        try (ClassifierRun run = run("pattern.", ", logs: ['^pattern\\.logs.*']")) {
            Classifier classifier = run.started(folder.resolve("pattern"));

            try (Admin admin = run.broker.admin()) {
                admin.createTopics(List.of(new NewTopic("pattern.logs-of-another", 5, (short) 1)))
                        .all()
                        .get();
            }
            run.log("pattern.logs-of-another", 4, 1);

            sees(run, classifier, 4);
        }
    }

    @Test
    void a_topic_that_grew_while_nothing_ran_is_read_after_the_start() throws Exception {
        try (ClassifierRun run = run("asleep.", "")) {
            run.started(folder.resolve("asleep")).close();

            run.grow(run.broker.topics().logs(), PARTITIONS + 1);
            run.log(run.broker.topics().logs(), PARTITIONS, 1);

            sees(run, run.start(folder.resolve("asleep")), PARTITIONS);
        }
    }

    @Test
    void a_journal_that_grows_stops_the_classifier_and_says_what_to_do() throws Exception {
        try (ClassifierRun run = run("journal.", "")) {
            Classifier classifier = run.started(folder.resolve("journal"));

            run.grow(run.broker.topics().journal(), PARTITIONS + 1);

            eventually(() -> assertThat(classifier.failure()).isPresent());
            String said = "the topic journal.journal has 3 partitions, and the state of its sites"
                    + " (journal.classifier-sites-changelog) was written for 2. The number of partitions of the"
                    + " journal must not change";
            assertThat(classifier.failure().map(Throwable::getMessage))
                    .hasValueSatisfying(message -> assertThat(message).startsWith(said));
            assertThatThrownBy(() -> run.start(folder.resolve("journal-2")))
                    .isInstanceOf(KafkaException.class)
                    .hasMessageStartingWith(said);
        }
    }

    @Test
    void logs_with_fewer_partitions_than_before_are_refused_with_what_to_do() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) kafka.bootstrapServer()))) {
            admin.createTopics(List.of(new NewTopic(
                            "shrunk.classifier-open-sightings-changelog", Optional.of(9), Optional.empty())))
                    .all()
                    .get();
        }
        try (ClassifierRun run = run("shrunk.", "")) {
            run.log(run.broker.topics().logs(), 0, 1);

            assertThatThrownBy(() -> run.start(folder.resolve("shrunk")))
                    .isInstanceOf(KafkaException.class)
                    .hasMessageStartingWith(
                            "the topic shrunk.classifier-open-sightings-changelog has 9 partitions, but the"
                                    + " largest topic with logs has only 2 now.")
                    .hasMessageContaining("delete the topic, and start again");
        }
    }
}
