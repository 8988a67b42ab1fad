package dev.mendline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.classifier.Classifier;
import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.incident.IncidentEngine;
import dev.mendline.engine.incident.JournalEntries;
import dev.mendline.engine.incident.state.SiteState;
import dev.mendline.lab.broker.EmbeddedBroker;
import dev.mendline.model.Json;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Verdict;
import dev.mendline.model.journal.Command;
import dev.mendline.model.journal.Finding;
import dev.mendline.model.journal.JournalRecord;
import dev.mendline.model.journal.Sighting;
import dev.mendline.model.journal.Tick;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A recorded journal gives the same incidents, byte for byte, however it is folded. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DeterminismContract {
    private static final long SEED = 20_260_301;

    @TempDir
    private static Path folder;

    private final JournalSimulation recorded = JournalSimulation.of(SEED, percent());
    private final Map<String, List<String>> expected = recorded.fold.revisions;
    private EmbeddedBroker kafka;

    /** Lines of 100 seconds of an outage. */
    abstract int percent();

    /** At least so many records. */
    abstract int size();

    @BeforeAll
    void startKafka() {
        kafka = EmbeddedBroker.start(folder.resolve("kafka"), 0);
    }

    @AfterAll
    void stopKafka() {
        kafka.close();
    }

    private static IncidentEngine engine() {
        return new IncidentEngine(Catalog.builtIn(), JournalSimulation.SETTINGS);
    }

    private <T extends JournalRecord> List<T> all(Class<T> type) {
        return recorded.entries.stream()
                .map(entry -> JournalEntries.read(entry.key(), entry.value()).orElseThrow())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Test
    void the_journal_is_one_of_many_sites_of_all_symptoms_probes_and_words() {
        assertThat(recorded.entries).hasSizeGreaterThanOrEqualTo(size());
        assertThat(recorded.entries.stream().map(JournalEntry::partition).collect(Collectors.toSet()))
                .hasSize(JournalSimulation.PARTITIONS);
        assertThat(all(Sighting.class).stream().map(Sighting::site).collect(Collectors.toSet()))
                .hasSizeGreaterThanOrEqualTo(20);
        Set<String> symptoms =
                all(Sighting.class).stream().map(Sighting::symptom).collect(Collectors.toSet());
        Catalog.builtIn().symptoms().stream()
                .filter(symptom -> !symptom.examples().isEmpty())
                .forEach(symptom -> assertThat(symptoms).contains(symptom.id()));
        assertThat(all(Finding.class).stream().map(Finding::probe).collect(Collectors.toSet()))
                .contains("dns-srv", "dns-txt", "dns-host", "tcp", "tls", "hello", "auth", "connections")
                .anyMatch(probe -> probe.startsWith("atlas-"));
        assertThat(all(Command.class).stream().map(Command::kind).collect(Collectors.toSet()))
                .containsAll(EnumSet.allOf(Command.Kind.class));
        assertThat(all(Tick.class)).isNotEmpty();
    }

    @Test
    void the_journal_leads_incidents_through_all_that_can_become_of_them() {
        Set<String> stages = new TreeSet<>();
        Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        expected.values().stream().flatMap(List::stream).forEach(text -> {
            Incident incident = Json.read(text, Incident.class);
            incident.diagnosis().candidates().forEach(candidate -> verdicts.add(candidate.verdict()));
            SimulatedStage.of(incident).forEach(stages::add);
        });

        assertThat(verdicts).containsAll(EnumSet.allOf(Verdict.class));
        assertThat(stages).containsAll(SimulatedStage.ALL);
        assertThat(recorded.fold.refusals).isNotEmpty();
    }

    @Test
    void an_incident_stays_small_and_so_does_a_state() {
        assertThat(expected.values().stream().flatMap(List::stream))
                .allSatisfy(text ->
                        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(16 << 10));
        for (int partition = 0; partition < JournalSimulation.PARTITIONS; partition++) {
            assertThat(recorded.fold.sites(partition).values())
                    .allSatisfy(state -> assertThat(state.bytes()).hasSizeLessThan(1 << 20));
        }
    }

    @Test
    void a_partition_after_the_other_and_through_the_store_between_any_two_records() {
        JournalFold stored = new JournalFold(engine(), state -> SiteState.read(state.bytes()));
        for (int partition = JournalSimulation.PARTITIONS - 1; partition >= 0; partition--) {
            int now = partition;
            recorded.entries.stream().filter(entry -> entry.partition() == now).forEach(stored::read);
        }

        assertSame(stored.revisions);
    }

    @Test
    void a_record_that_comes_twice_changes_nothing_the_second_time_unless_it_counts_something() {
        JournalFold twice = new JournalFold(engine());
        for (JournalEntry entry : recorded.entries) {
            twice.read(entry);
            JournalRecord record =
                    JournalEntries.read(entry.key(), entry.value()).orElseThrow();
            if (!(record instanceof Sighting)) {
                twice.read(entry);
            }
        }

        assertSame(twice.revisions);
    }

    @Test
    void through_kafka_streams_with_a_kill_in_the_middle() throws Exception {
        RecordedTopics topics = RecordedTopics.of(kafka.bootstrapServer(), "killed.", recorded.entries);
        try (FoldingProcess first = FoldingProcess.start(topics, folder.resolve("killed"))) {
            eventually(() -> assertThat(topics.revisions()).isNotEmpty());
            first.kill();
        }
        assertThat(topics.committed()).as("it was killed before the end").isLessThan(recorded.entries.size());
        try (Classifier second = topics.classifier(folder.resolve("restarted"))) {
            eventually(() -> assertThat(topics.committed()).isGreaterThanOrEqualTo(recorded.entries.size()));
            assertThat(second.failure()).isEmpty();
            assertSettled(topics);
        }
        assertThat(topics.replayed().isEqual()).isTrue();
    }

    @Test
    void through_two_instances_of_which_one_joins_in_the_middle() {
        RecordedTopics topics = RecordedTopics.of(kafka.bootstrapServer(), "joined.", recorded.entries);
        try (Classifier first = topics.classifier(folder.resolve("first"))) {
            eventually(() -> assertThat(topics.revisions()).isNotEmpty());
            try (Classifier second = topics.classifier(folder.resolve("second"))) {
                eventually(() -> assertThat(topics.committed()).isGreaterThanOrEqualTo(recorded.entries.size()));
                assertThat(first.failure()).isEmpty();
                assertThat(second.failure()).isEmpty();
                assertThat(first.count("revisions")).isPositive();
                assertThat(second.count("revisions"))
                        .as("it took some of the work over")
                        .isPositive();
                assertSettled(topics);
            }
        }
    }

    /** What follows from the recorded part is the same, and so is what follows from what stage 2 wrote behind it itself. */
    private void assertSettled(RecordedTopics topics) {
        eventually(() -> assertSame(asFarAsRecorded(topics.revisions())));
        Map<String, List<String>> revisions = topics.revisions();
        JournalFold whole = new JournalFold(engine());
        topics.journal().forEach(whole::read);
        revisions.forEach((id, texts) -> {
            List<String> all = whole.revisions.getOrDefault(id, List.of());
            assertThat(texts).as(id).isEqualTo(all.subList(0, Math.min(texts.size(), all.size())));
        });
    }

    /** What stage 2 wrote itself comes again, behind all that was recorded, and may open what nobody recorded. */
    private Map<String, List<String>> asFarAsRecorded(Map<String, List<String>> revisions) {
        Map<String, List<String>> recordedOnly = new TreeMap<>();
        expected.forEach((id, texts) -> {
            List<String> all = revisions.getOrDefault(id, List.of());
            recordedOnly.put(id, all.subList(0, Math.min(all.size(), texts.size())));
        });
        return recordedOnly;
    }

    private void assertSame(Map<String, List<String>> actual) {
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        List<String> different = new ArrayList<>();
        expected.forEach((id, texts) -> {
            if (!texts.equals(actual.get(id))) {
                different.add(id);
            }
        });
        assertThat(different).as(() -> first(different, actual)).isEmpty();
    }

    private String first(List<String> different, Map<String, List<String>> actual) {
        String id = different.get(0);
        List<String> was = expected.get(id);
        List<String> is = actual.getOrDefault(id, List.of());
        for (int i = 0; i < Math.min(was.size(), is.size()); i++) {
            if (!was.get(i).equals(is.get(i))) {
                return "revision " + (i + 1) + " of " + id + "\n" + was.get(i) + "\n" + is.get(i);
            }
        }
        return id + " has " + was.size() + " and " + is.size() + " revisions";
    }

    private static void eventually(ThrowingRunnable condition) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(300))
                .untilAsserted(condition);
    }
}
