package dev.mendline.cli;

import static dev.mendline.cli.ClassifierRun.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendline.cli.config.ConfigurationFile;
import dev.mendline.lab.broker.EmbeddedBroker;
import dev.mendline.model.config.BadFile;
import dev.mendline.model.incident.Incident;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.common.GroupType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code kafka: {group-protocol, processing-guarantee}}: each works, stops and goes on. */
class SwitchesTest {
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

    @ParameterizedTest
    @CsvSource({
        "classic, exactly_once_v2, a",
        "classic, at_least_once,   b",
        "streams, exactly_once_v2, c",
        "streams, at_least_once,   d"
    })
    void each_works_and_goes_on_where_it_stopped(String protocol, String guarantee, String name) throws Exception {
        String kafkaKeys = "group-protocol: " + protocol + ", processing-guarantee: " + guarantee;
        try (ClassifierRun run = new ClassifierRun(kafka.bootstrapServer(), name + ".", kafkaKeys)) {
            String logs = run.broker.topics().logs();
            var first = run.started(folder.resolve(name));
            run.log(logs, 0, 1);
            eventually(() -> assertThat(counts(run)).containsExactly(1L));
            assertThat(type(run)).isEqualTo(protocol.equals("classic") ? GroupType.CLASSIC : GroupType.STREAMS);
            assertThat(transactions(run)).as("transactions").hasSize(guarantee.equals("exactly_once_v2") ? 1 : 0);
            first.close();

            run.started(folder.resolve(name + "-2"));
            run.log(logs, 1, 1);
            eventually(() -> assertThat(counts(run)).containsExactly(2L));
            eventually(() -> assertThat(run.replayed().isEqual()).isTrue());
        }
    }

    private static Stream<Long> counts(ClassifierRun run) {
        return run.incidents().stream()
                .map(Incident::symptoms)
                .map(symptoms -> symptoms.get(0).count());
    }

    private static GroupType type(ClassifierRun run) throws ExecutionException, InterruptedException {
        try (Admin admin = run.broker.admin()) {
            return admin.listGroups().all().get().stream()
                    .filter(group -> group.groupId().equals(run.broker.topics().prefix() + "classifier"))
                    .map(GroupListing::type)
                    .findFirst()
                    .orElseThrow()
                    .orElseThrow();
        }
    }

    private static Stream<String> transactions(ClassifierRun run) throws ExecutionException, InterruptedException {
        try (Admin admin = run.broker.admin()) {
            return admin.listTransactions().all().get().stream()
                    .map(TransactionListing::transactionalId)
                    .filter(id -> id.startsWith(run.broker.topics().prefix()));
        }
    }

    @Test
    void a_word_that_is_none_of_them_is_refused_with_those_that_are() {
        assertThatThrownBy(() -> ConfigurationFile.parse("m.yaml", "kafka: {group-protocol: consumer}\n"))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("m.yaml:1")
                .hasMessageContaining("group-protocol: 'consumer' is not allowed; allowed: classic, streams");
        assertThatThrownBy(() -> ConfigurationFile.parse("m.yaml", "kafka: {processing-guarantee: exactly_once}\n"))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("allowed: exactly_once_v2, at_least_once");
    }

    @Test
    void what_kafka_does_not_offer_together_is_refused() {
        assertThatThrownBy(() ->
                        ConfigurationFile.parse("m.yaml", "kafka: {group-protocol: streams, logs: ['^app-.*']}\n"))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining(
                        "logs: a pattern ('^app-.*') needs group-protocol: classic, because Kafka's streams protocol"
                                + " accepts names only");
    }
}
