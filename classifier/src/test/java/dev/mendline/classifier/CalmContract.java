package dev.mendline.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.redaction.Redactor;
import dev.mendline.model.Json;
import dev.mendline.model.Topics;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.journal.JournalRecord;
import dev.mendline.model.journal.Sighting;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

/** A flood of error lines of twenty services against three deployments within a minute, through both stages as shipped. */
abstract class CalmContract {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Topics TOPICS = Topics.DEFAULT;
    private static final int SERVICES = 20;
    private static final int SECONDS = 60;
    private static final List<String> PROJECTS = List.of("c|ab1cd", "c|ef2gh", "d|ef2gh");

    /** What four drivers print, each in another format of logs; deployment, project, number and service are filled in. */
    private static final List<String> TEXTS = List.of(
            "{\"service.name\":\"%4$s\",\"level\":\"error\",\"request\":%3$d,\"message\":\"MongoServerSelectionError: connect"
                    + " ECONNREFUSED %1$s-shard-00-00.%2$s.mongodb.net:27017\"}",
            "{\"service.name\":\"%4$s\",\"level\":\"ERROR\",\"message\":\"request %3$d:"
                    + " com.mongodb.MongoSocketOpenException: Exception opening socket"
                    + " %1$s-shard-00-01.%2$s.mongodb.net:27017 Caused by: java.net.ConnectException: Connection"
                    + " refused\"}",
            "{\"service.name\":\"%4$s\",\"level\":\"error\",\"message\":\"task %3$d:"
                    + " pymongo.errors.ServerSelectionTimeoutError: %1$s-shard-00-02.%2$s.mongodb.net:27017: [Errno 111]"
                    + " Connection refused\"}",
            "level=error service.name=%4$s id=%3$d msg=\"Error: querySrv ECONNREFUSED"
                    + " _mongodb._tcp.%1$s.%2$s.mongodb.net\"");

    private final TopologyTestDriver driver =
            new TopologyTestDriver(ClassifierTopology.build(settings()), config(), NOW);
    private final TestInputTopic<byte[], byte[]> logs =
            driver.createInputTopic(TOPICS.logs(), new ByteArraySerializer(), new ByteArraySerializer());
    private final TestOutputTopic<String, byte[]> journal = out(TOPICS.journal());
    private final TestOutputTopic<String, byte[]> incidents = out(TOPICS.incidents());
    private final TestOutputTopic<String, byte[]> requests = out(TOPICS.probeRequests("local"));
    private final TestOutputTopic<String, byte[]> letters = out(TOPICS.deadLetters());

    private final Map<String, List<Incident>> revisions = new TreeMap<>();
    private long sightings;
    private long counted;
    private int asked;

    /** How many lines there are in all. */
    abstract int lines();

    private TestOutputTopic<String, byte[]> out(String topic) {
        return driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static ClassifierSettings settings() {
        return new ClassifierSettings(
                TOPICS,
                List.of(),
                Catalog.builtIn(),
                Inventory.DEFAULT,
                EngineSettings.DEFAULT,
                new Redactor(List.of()),
                true);
    }

    private static Properties config() {
        Properties config = new Properties();
        config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, "true");
        config.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, "0");
        return config;
    }

    @Test
    void three_incidents_of_few_revisions_in_a_small_state() {
        flood();

        assertThat(revisions).hasSize(3);
        assertThat(counted).as("every line").isEqualTo(lines());
        assertThat(sightings)
                .as("the first of its kind at once, then one a second")
                .isLessThanOrEqualTo((long) SERVICES * PROJECTS.size() * (SECONDS + 1));
        assertThat(asked).as("nobody answers").isLessThanOrEqualTo(150);
        assertThat(letters.isEmpty()).isTrue();
        revisions.values().forEach(CalmContract::assertCalm);
        assertThat(revisions.values().stream()
                        .map(each -> each.get(each.size() - 1))
                        .flatMap(last -> last.symptoms().stream())
                        .mapToLong(Incident.SymptomCount::count)
                        .sum())
                .isEqualTo(lines());
        assertThat(values(ClassifierTopology.SITES))
                .as("the projects, their zone, and what each service talks to")
                .hasSizeBetween(2, 2 + 1 + SERVICES)
                .allSatisfy(state -> assertThat(state).hasSizeLessThan(64 << 10));
        assertThat(values(ClassifierTopology.OPEN_SIGHTINGS)).isEmpty();
        driver.close();
    }

    private void flood() {
        int sent = 0;
        for (int second = 0; second < SECONDS; second++) {
            Instant at = NOW.plusSeconds(second);
            for (; sent < (long) lines() * (second + 1) / SECONDS; sent++) {
                logs.pipeInput(null, line(sent), at);
            }
            driver.advanceWallClockTime(Duration.ofSeconds(1));
            readOn();
        }
        driver.advanceWallClockTime(Duration.ofSeconds(12));
        readOn();
    }

    private static byte[] line(int number) {
        int service = number % SERVICES;
        String[] project = PROJECTS.get(number / SERVICES % PROJECTS.size()).split("\\|");
        return TEXTS.get(service % TEXTS.size())
                .formatted(project[0], project[1], number, "service-" + service)
                .getBytes(StandardCharsets.UTF_8);
    }

    private void readOn() {
        journal.readValuesToList().forEach(value -> {
            if (Json.read(value, JournalRecord.class) instanceof Sighting sighting) {
                sightings++;
                counted += sighting.count();
            }
        });
        incidents.readValuesToList().forEach(value -> {
            Incident incident = Json.read(value, Incident.class);
            revisions.computeIfAbsent(incident.id(), id -> new ArrayList<>()).add(incident);
        });
        asked += requests.readValuesToList().size();
    }

    /** Each revision tells something new, or comes ten seconds or more after the one before; it is not many that do. */
    private static void assertCalm(List<Incident> revisions) {
        List<String> news = new ArrayList<>();
        int counts = 0;
        for (int i = 1; i < revisions.size(); i++) {
            Incident before = revisions.get(i - 1);
            Incident after = revisions.get(i);
            if (!after.updatedAt().isBefore(before.updatedAt().plusSeconds(10))) {
                counts++;
            } else {
                news.add(change(before, after));
            }
        }
        assertThat(counts).isBetween(1, 8);
        assertThat(news).as("changes that matter").doesNotContain("").hasSizeLessThanOrEqualTo(SERVICES + 20);
        System.err.printf(
                "mendline: %s: %d revisions, %d of them ten seconds after the one before, the others for %s%n",
                revisions.get(0).target(), revisions.size(), counts, news);
    }

    private static String change(Incident before, Incident after) {
        if (!after.services().equals(before.services())) {
            return "service";
        }
        if (after.symptoms().size() != before.symptoms().size()) {
            return "symptom";
        }
        if (!after.findings().equals(before.findings())) {
            return "finding";
        }
        if (!after.diagnosis().equals(before.diagnosis()) || after.severity() != before.severity()) {
            return "diagnosis";
        }
        return after.advice().equals(before.advice()) ? "" : "advice";
    }

    private List<byte[]> values(String name) {
        List<byte[]> values = new ArrayList<>();
        KeyValueStore<String, byte[]> store = driver.getKeyValueStore(name);
        try (KeyValueIterator<String, byte[]> all = store.all()) {
            all.forEachRemaining(entry -> values.add(entry.value));
        }
        return values;
    }
}
