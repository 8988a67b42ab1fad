package dev.mendline.cli;

import static dev.mendline.cli.ClassifierRun.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.cli.kafka.TopicReader;
import dev.mendline.lab.broker.EmbeddedBroker;
import dev.mendline.model.incident.Incident;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is forgotten is gone for everybody who asks. */
class ForgettingTest {
    @TempDir
    private Path folder;

    @Test
    void an_incident_that_ended_long_ago_is_listed_no_more_and_a_replay_knows_it() throws Exception {
        try (EmbeddedBroker kafka = EmbeddedBroker.start(folder.resolve("kafka"), 0);
                ClassifierRun run = new ClassifierRun(
                        kafka.bootstrapServer(),
                        ClassifierRun.yaml("brief.", "logs: []")
                                + "engine: {resolution: {reopen-window: 1s, forget-after: 2s}}\n")) {
            run.started(folder.resolve("state"));
            run.log(run.broker.topics().logs(), 0, 1);
            run.log(run.broker.topics().logs(), 0, 2);
            eventually(() -> assertThat(run.incidents()).hasSize(2));
            Incident ended = run.incidents().get(0);

            run.say(ended, "resolve");

            eventually(() -> assertThat(run.incidents())
                    .extracting(Incident::id)
                    .hasSize(1)
                    .doesNotContain(ended.id()));
            assertThat(last(run, ended.id()).value()).as("a tombstone").isNull();
            eventually(() -> assertThat(run.replayed()).satisfies(report -> {
                assertThat(report.isEqual()).isTrue();
                assertThat(report.incidents()).isEqualTo(1);
            }));
        }
    }

    private static ConsumerRecord<String, byte[]> last(ClassifierRun run, String id) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (TopicReader incidents =
                TopicReader.of(run.broker, run.broker.topics().incidents())) {
            incidents.toEnd(record -> {
                if (record.key().equals(id)) {
                    records.add(record);
                }
            });
        }
        return records.get(records.size() - 1);
    }
}
