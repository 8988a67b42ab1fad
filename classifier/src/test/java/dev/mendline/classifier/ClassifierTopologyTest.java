package dev.mendline.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.state.SiteState;
import dev.mendline.engine.redaction.Redactor;
import dev.mendline.model.Json;
import dev.mendline.model.Topics;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.facts.ResolverAnswer;
import dev.mendline.model.facts.SrvFacts;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Severity;
import dev.mendline.model.incident.TimelineKind;
import dev.mendline.model.incident.Verdict;
import dev.mendline.model.journal.Command;
import dev.mendline.model.journal.Finding;
import dev.mendline.model.journal.Hint;
import dev.mendline.model.journal.JournalRecord;
import dev.mendline.model.journal.Sighting;
import dev.mendline.model.journal.Tick;
import dev.mendline.model.log.DeadLetter;
import dev.mendline.model.log.Unclassified;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.ProbeRequest;
import dev.mendline.model.probe.Reason;
import dev.mendline.model.probe.Vantage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassifierTopologyTest {
    private static final Topics TOPICS = Topics.DEFAULT;
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String SITE = "ab1cd.mongodb.net";
    private static final String LINE = "{\"service.name\":\"orders\",\"message\":\"querySrv ECONNREFUSED"
            + " _mongodb._tcp.c.ab1cd.mongodb.net\"}";

    private final TopologyTestDriver driver =
            new TopologyTestDriver(ClassifierTopology.build(settings()), config(), NOW);
    private final TestInputTopic<String, byte[]> logs =
            driver.createInputTopic(TOPICS.logs(), new StringSerializer(), new ByteArraySerializer());
    private final TestInputTopic<String, byte[]> journalIn =
            driver.createInputTopic(TOPICS.journal(), new StringSerializer(), new ByteArraySerializer());
    private final TestOutputTopic<String, byte[]> journal = out(TOPICS.journal());
    private final TestOutputTopic<String, byte[]> incidents = out(TOPICS.incidents());
    private final TestOutputTopic<String, byte[]> requests = out(TOPICS.probeRequests("local"));
    private final TestOutputTopic<String, byte[]> letters = out(TOPICS.deadLetters());
    private final TestOutputTopic<String, byte[]> unclassified = out(TOPICS.unclassified());

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
        config.put("processing.exception.handler.global.enabled", "true");
        return config;
    }

    @AfterEach
    void close() {
        driver.close();
    }

    private void log(String line) {
        log(line.getBytes(StandardCharsets.UTF_8));
    }

    private void log(byte[] line) {
        logs.pipeInput(new TestRecord<>(null, line, NOW));
    }

    private List<Sighting> sightings() {
        List<Sighting> sightings = new ArrayList<>();
        journal.readRecordsToList().forEach(record -> {
            if (Json.read(record.value(), JournalRecord.class) instanceof Sighting sighting) {
                assertThat(record.key()).isEqualTo(sighting.site());
                sightings.add(sighting);
            }
        });
        return sightings;
    }

    private Incident lastIncident() {
        List<TestRecord<String, byte[]>> all = incidents.readRecordsToList();
        assertThat(all).isNotEmpty();
        return Json.read(all.get(all.size() - 1).value(), Incident.class);
    }

    private static byte[] bare(String host) {
        return ("querySrv ECONNREFUSED _mongodb._tcp." + host).getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, unknown@mendline.logs[0]",
                "payments, unknown@mendline.logs[0]/payments",
                "orders-4711, unknown@mendline.logs[0]/orders-#",
                "9f8b6c5d-1a2b-4c3d-8e9f-0a1b2c3d4e5f, unknown@mendline.logs[0]",
                "17, unknown@mendline.logs[0]",
            })
    void lines_without_a_service_are_told_apart_by_their_partition_and_key(String key, String service) {
        logs.pipeInput(new TestRecord<>(key, bare("c.ab1cd.mongodb.net"), NOW));

        assertThat(sightings()).extracting(Sighting::service).containsExactly(service);
    }

    @Test
    void the_server_s_own_lines_are_no_application_s_and_a_prefix_names_the_service() {
        log(
                "{\"t\":{\"$date\":\"2026-11-22T10:00:00.000+00:00\"},\"s\":\"I\",\"c\":\"ACCESS\",\"id\":5286307,\"ctx\":\"conn282\","
                        + "\"msg\":\"Failed to authenticate\",\"attr\":{\"mechanism\":\"SCRAM-SHA-256\",\"error\":\"UserNotFound: x\"}}");
        log("orders-1  | querySrv ECONNREFUSED _mongodb._tcp.c.ab1cd.mongodb.net");

        assertThat(sightings())
                .extracting(Sighting::symptom, Sighting::service)
                .containsExactly(tuple("auth-failed", "mongod@mendline.logs[0]"), tuple("srv-refused", "orders"));
    }

    @Test
    void the_log_s_own_time_makes_a_line_old_but_not_newer() {
        log("2026-10-22T10:00:00Z ERROR querySrv ECONNREFUSED _mongodb._tcp.c.ab1cd.mongodb.net");
        assertThat(lastIncident().historical()).isTrue();
        assertThat(requests.isEmpty()).isTrue();

        log("2031-10-22T10:00:00Z ERROR querySrv ECONNREFUSED _mongodb._tcp.d.ab1cd.mongodb.net");
        assertThat(lastIncident().historical()).isFalse();
        assertThat(sightings()).last().extracting(Sighting::at).isEqualTo(NOW);
    }

    @Test
    void a_line_becomes_a_sighting_an_incident_and_a_probe_request() {
        log(LINE);

        assertThat(sightings()).singleElement().satisfies(sighting -> {
            assertThat(sighting.symptom()).isEqualTo("srv-refused");
            assertThat(sighting.service()).isEqualTo("orders");
            assertThat(sighting.samples().get(0).source().topic()).isEqualTo(TOPICS.logs());
        });
        assertThat(lastIncident().target()).isEqualTo("c.ab1cd.mongodb.net");
        ProbeRequest request = Json.read(requests.readValue(), ProbeRequest.class);
        assertThat(request.probe()).isEqualTo("dns-srv");
    }

    @Test
    void sites_tell_each_other_through_the_journal_what_a_line_without_a_host_is_about() {
        String lost =
                "{\"service.name\":\"orders\",\"message\":\"MongoServerError: bad auth : authentication failed\"}";
        log(lost);
        Incident own = lastIncident();
        assertThat(own.site()).isEqualTo("service:orders");
        journal.readRecordsToList();

        Hint hint = new Hint(
                Hint.Kind.DEPLOYMENT,
                own.site(),
                "orders",
                "local",
                null,
                "c.ab1cd.mongodb.net",
                "ab1cd.mongodb.net",
                false,
                1,
                NOW);
        journalIn.pipeInput(hint.site(), Json.bytes(hint), NOW);
        log(lost);
        driver.advanceWallClockTime(Duration.ofSeconds(1));

        assertThat(journal.readRecordsToList())
                .extracting(record -> record.key() + " "
                        + Json.read(record.value(), JournalRecord.class)
                                .getClass()
                                .getSimpleName())
                .containsSubsequence(
                        "ab1cd.mongodb.net MergeRequest",
                        "service:orders MergeResult",
                        "service:orders Sighting",
                        "ab1cd.mongodb.net Sighting");
        List<Incident> all = incidents.readRecordsToList().stream()
                .map(record -> Json.read(record.value(), Incident.class))
                .toList();
        Incident merged = all.stream()
                .filter(incident -> incident.id().equals(own.id()))
                .reduce((first, last) -> last)
                .orElseThrow();
        Incident into = all.stream()
                .filter(incident -> !incident.id().equals(own.id()))
                .findFirst()
                .orElseThrow();
        assertThat(merged.state()).isEqualTo(Incident.State.MERGED);
        assertThat(merged.mergedInto()).isEqualTo(into.id());
        assertThat(into.target()).isEqualTo("c.ab1cd.mongodb.net");
    }

    @Test
    void a_finding_in_the_journal_decides() {
        log(LINE);
        ProbeRequest request = Json.read(requests.readValue(), ProbeRequest.class);
        SrvFacts facts = new SrvFacts(
                "_mongodb._tcp.c.ab1cd.mongodb.net",
                List.of(new ResolverAnswer("10.0.0.2:53", "udp", Reason.REFUSED, 0, 1, Reason.REFUSED)),
                List.of(new ResolverAnswer("10.0.0.3:53", "udp", Reason.ANSWERED, 1, 1, Reason.ANSWERED)),
                List.of(),
                false,
                List.of());
        Finding finding = new Finding(
                request.id(),
                request.site(),
                request.target(),
                request.probe(),
                null,
                Outcome.Kind.FAILED,
                Reason.REFUSED,
                facts,
                NOW,
                3,
                new Vantage("local", List.of(), List.of()),
                List.of(),
                List.of());

        journalIn.pipeInput(new TestRecord<>(finding.site(), Json.bytes(finding), NOW.plusSeconds(1)));

        assertThat(lastIncident().diagnosis().verdict()).isEqualTo(Verdict.CONFIRMED);
    }

    @Test
    void the_first_of_like_lines_goes_on_at_once_and_the_others_of_the_second_fold() {
        for (int i = 0; i < 100; i++) {
            log(LINE);
        }
        assertThat(sightings()).extracting(Sighting::count).containsExactly(1);

        driver.advanceWallClockTime(Duration.ofSeconds(1));
        assertThat(sightings()).extracting(Sighting::count).containsExactly(99);

        driver.advanceWallClockTime(Duration.ofSeconds(2));
        log(LINE);
        assertThat(sightings()).extracting(Sighting::count).containsExactly(1);
    }

    @Test
    void time_passes_in_a_partition_only_while_something_is_open() {
        driver.advanceWallClockTime(Duration.ofSeconds(10));
        assertThat(journal.isEmpty()).isTrue();

        log(LINE);
        journal.readRecordsToList();
        driver.advanceWallClockTime(Duration.ofSeconds(5));

        assertThat(journal.readRecordsToList())
                .extracting(record -> Json.read(record.value(), JournalRecord.class))
                .containsExactly(new Tick(0));
    }

    @Test
    void ticks_let_an_unanswered_request_end_as_no_answer() {
        log(LINE);
        driver.advanceWallClockTime(Duration.ofSeconds(65));

        assertThat(lastIncident().findings())
                .singleElement()
                .satisfies(found -> assertThat(found.reason()).isEqualTo(Reason.NO_ANSWER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "{", "[[[[", "GET / 200", "{\"message\":null}", "\u0000"})
    void an_ordinary_or_odd_line_is_passed_over(String line) {
        log(line);

        assertThat(journal.isEmpty()).isTrue();
        assertThat(letters.isEmpty()).isTrue();
    }

    @Test
    void an_invisible_service_name_of_a_megabyte_stops_nothing() {
        logs.pipeInput(new TestRecord<>(
                null,
                LINE.replace("\"service.name\":\"orders\",", "").getBytes(StandardCharsets.UTF_8),
                new RecordHeaders()
                        .add("service.name", "\n".repeat(900_000).concat("x").getBytes(StandardCharsets.UTF_8)),
                NOW));

        assertThat(sightings())
                .singleElement()
                .satisfies(sighting -> assertThat(sighting.service()).isEqualTo("x"));
    }

    @Test
    void a_line_of_schemes_stops_nothing() {
        log("querySrv ECONNREFUSED _mongodb._tcp.c.ab1cd.mongodb.net " + "a://".repeat(200_000));

        assertThat(sightings()).hasSize(1);
    }

    @Test
    void a_tombstone_is_passed_over() {
        logs.pipeInput(new TestRecord<>("key", null, NOW));

        assertThat(journal.isEmpty()).isTrue();
    }

    @Test
    void what_cannot_be_read_is_kept_aside_and_what_it_says_is_not_lost() {
        byte[] latin1 = ("Verbindung fehlgeschlagen für mongodb://app:SENTINEL@h : querySrv ECONNREFUSED"
                        + " _mongodb._tcp.c.ab1cd.mongodb.net")
                .getBytes(StandardCharsets.ISO_8859_1);
        log(latin1);
        log("[".repeat(10_000) + "\"querySrv ECONNREFUSED _mongodb._tcp.c.ab1cd.mongodb.net\"");
        log("querySrv ECONNREFUSED _mongodb._tcp.c.ab1cd.mongodb.net " + "x".repeat(5 << 20));

        List<DeadLetter> kept = letters.readValuesToList().stream()
                .map(value -> Json.read(value, DeadLetter.class))
                .toList();
        assertThat(kept).extracting(DeadLetter::reason).containsExactly("not-utf8", "too-deep", "too-large");
        assertThat(kept).allSatisfy(letter -> {
            assertThat(letter.salvaged()).isEqualTo("srv-refused");
            assertThat(letter.excerpt()).hasSizeLessThanOrEqualTo(DeadLetter.MAX_EXCERPT);
            assertThat(letter.excerpt()).doesNotContain("SENTINEL");
            assertThat(letter.source().topic()).isEqualTo(TOPICS.logs());
        });
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        assertThat(sightings().stream().mapToInt(Sighting::count).sum()).isEqualTo(3);
    }

    @Test
    void a_journal_value_that_is_no_record_is_kept_aside() {
        journalIn.pipeInput(new TestRecord<>("site", "{\"type\":\"gossip\"}".getBytes(StandardCharsets.UTF_8), NOW));
        journalIn.pipeInput(new TestRecord<>("site", "no json".getBytes(StandardCharsets.UTF_8), NOW));
        journalIn.pipeInput(new TestRecord<>("site", null, NOW));

        assertThat(letters.readValuesToList())
                .hasSize(3)
                .allSatisfy(value ->
                        assertThat(Json.read(value, DeadLetter.class).reason()).isEqualTo("not-a-journal-record"));
    }

    private static Command command(String id, Incident about, Command.Kind kind) {
        return new Command(id, about.site(), about.id(), kind, "dana", "on it", null, null, null);
    }

    private void say(Command command) {
        journalIn.pipeInput(new TestRecord<>(command.site(), Json.bytes(command), NOW.plusSeconds(1)));
    }

    private Object refused() {
        return driver.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals("commands-refused-total"))
                .map(metric -> metric.getValue().metricValue())
                .findFirst()
                .orElse(0.0);
    }

    @Test
    void a_command_in_the_journal_is_taken_once_and_one_that_makes_no_sense_is_counted() {
        log(LINE);
        Incident incident = lastIncident();
        say(command("1", incident, Command.Kind.ACKNOWLEDGE));
        say(command("1", incident, Command.Kind.ACKNOWLEDGE));

        assertThat(incidents.readRecordsToList())
                .singleElement()
                .satisfies(record -> assertThat(
                                Json.read(record.value(), Incident.class).acknowledged())
                        .isEqualTo(new Incident.Acknowledgement("dana", NOW.plusSeconds(1), "on it")));
        assertThat(refused()).isEqualTo(0.0);

        say(command("2", incident, Command.Kind.UNSILENCE));
        say(new Command("3", incident.site(), "none", Command.Kind.RESOLVE, "dana", "x", null, null, null));

        assertThat(lastIncident().timeline())
                .last()
                .isEqualTo(new Incident.TimelineEntry(
                        NOW.plusSeconds(1),
                        TimelineKind.COMMAND_REJECTED,
                        Map.of("command", "unsilence", "why", "not-silenced"),
                        "dana",
                        "unsilence rejected because the incident is not silenced"));
        assertThat(refused()).isEqualTo(2.0);
        assertThat(letters.isEmpty()).isTrue();
    }

    @Test
    void a_command_that_could_mislead_is_kept_aside() {
        log(LINE);
        String hostile = Json.text(command("1", lastIncident(), Command.Kind.ACKNOWLEDGE))
                .replace("on it", "on\\u202e it");

        journalIn.pipeInput(new TestRecord<>("ab1cd.mongodb.net", hostile.getBytes(StandardCharsets.UTF_8), NOW));

        assertThat(incidents.isEmpty()).isTrue();
        assertThat(Json.read(letters.readValue(), DeadLetter.class).reason()).isEqualTo("not-a-journal-record");
    }

    @Test
    void an_incident_leaves_the_topic_ninety_days_after_it_ended_and_until_then_nothing_ticks() {
        log(LINE);
        String id = lastIncident().id();
        say(command("1", SiteState.read(sites().get(SITE)).published().get(0), Command.Kind.RESOLVE));
        assertThat(lastIncident().state()).isEqualTo(Incident.State.RESOLVED);
        journal.readRecordsToList();

        for (int day = 0; day < 89; day++) {
            driver.advanceWallClockTime(Duration.ofDays(1));
        }
        assertThat(journal.isEmpty()).isTrue();
        assertThat(incidents.isEmpty()).isTrue();

        driver.advanceWallClockTime(Duration.ofDays(2));
        assertThat(incidents.readRecordsToList()).singleElement().satisfies(tombstone -> {
            assertThat(tombstone.key()).isEqualTo(id);
            assertThat(tombstone.value()).isNull();
        });
        assertThat(sites().get(SITE)).as("nor does its site stay in the store").isNull();
        driver.advanceWallClockTime(Duration.ofDays(2));
        assertThat(journal.readRecordsToList())
                .extracting(record -> Json.read(record.value(), JournalRecord.class))
                .containsExactly(new Tick(0));
    }

    private KeyValueStore<String, byte[]> sites() {
        return driver.getKeyValueStore(ClassifierTopology.SITES);
    }

    @Test
    void what_mendline_itself_logs_is_never_looked_at() {
        log(LINE.replace("orders", "mendline-classifier"));

        assertThat(journal.isEmpty()).isTrue();
    }

    private static String retried(int service, String message) {
        return "{\"service.name\":\"service-" + service + "\",\"level\":\"info\",\"message\":\"" + message + "\"}";
    }

    @Test
    void a_failover_that_drivers_ride_out_is_one_low_incident_that_ends_by_itself() {
        String node = "c-shard-00-00.ab1cd.mongodb.net:27017";
        List<String> texts = List.of(
                "Timed out while waiting for a server that matches WritableServerSelector. Client view of cluster state is"
                        + " {type=REPLICA_SET, servers=[{address=" + node
                        + ", type=REPLICA_SET_SECONDARY, roundTripTime=1.5 ms, state=CONNECTED}]",
                "server selection error: server selection timeout, current topology: { Type: ReplicaSetNoPrimary,"
                        + " Servers: [{ Addr: " + node + ", Type: Unknown }, ] }",
                "pymongo.errors.AutoReconnect: " + node + ": [Errno 104] Connection reset by peer");
        for (int second = 0; second < 30; second++) {
            for (int service = second % 2; service < 20; service += 2) {
                log(retried(service, texts.get((service + second) % texts.size())));
            }
            driver.advanceWallClockTime(Duration.ofSeconds(1));
        }
        driver.advanceWallClockTime(Duration.ofMinutes(7));

        List<Incident> revisions = incidents.readValuesToList().stream()
                .map(value -> Json.read(value, Incident.class))
                .toList();
        assertThat(revisions)
                .extracting(Incident::id)
                .containsOnly(revisions.get(0).id());
        assertThat(revisions).extracting(Incident::severity).containsOnly(Severity.LOW);
        assertThat(revisions)
                .extracting(revision -> revision.diagnosis().verdict())
                .doesNotContain(Verdict.CONFIRMED, Verdict.LIKELY);
        Incident last = revisions.get(revisions.size() - 1);
        assertThat(last.state()).isEqualTo(Incident.State.RESOLVED);
        assertThat(last.services()).hasSize(20);
        assertThat(last.symptoms().stream()
                        .mapToLong(Incident.SymptomCount::count)
                        .sum())
                .isEqualTo(300);
    }

    @Test
    void what_is_seen_too_seldom_writes_nothing_not_even_ticks() {
        log(retried(
                1,
                "pymongo.errors.AutoReconnect: c-shard-00-00.ab1cd.mongodb.net:27017: [Errno 104] Connection reset"
                        + " by peer"));
        journal.readRecordsToList();
        driver.advanceWallClockTime(Duration.ofSeconds(30));

        assertThat(incidents.isEmpty()).isTrue();
        assertThat(journal.isEmpty()).isTrue();
    }

    @Test
    void what_smells_of_mongodb_and_is_not_known_is_sampled() {
        String odd =
                "{\"service.name\":\"orders\",\"level\":\"error\",\"message\":\"MongoFluxError: capacitor %d is empty\"}";
        for (int i = 0; i < 5; i++) {
            logs.pipeInput("x", odd.formatted(i).getBytes(StandardCharsets.UTF_8), NOW);
        }
        driver.advanceWallClockTime(UnclassifiedSampler.EVERY);

        assertThat(journal.isEmpty()).isTrue();
        List<TestRecord<String, byte[]>> sampled = unclassified.readRecordsToList();
        assertThat(sampled).extracting(TestRecord::key).containsExactly("orders", "orders");
        assertThat(sampled)
                .extracting(
                        record -> Json.read(record.value(), Unclassified.class).count())
                .containsExactly(1, 4);
        assertThat(Json.read(sampled.get(0).value(), Unclassified.class).template())
                .isEqualTo("MongoFluxError: capacitor <n> is empty");
    }

    private List<Hint> hints() {
        List<Hint> hints = new ArrayList<>();
        journal.readRecordsToList().forEach(record -> {
            if (Json.read(record.value(), JournalRecord.class) instanceof Hint hint) {
                assertThat(record.key()).isEqualTo(hint.site());
                hints.add(hint);
            }
        });
        return hints;
    }

    private void log(String service, String text, Instant at) {
        byte[] line = Json.bytes(Map.of("level", "info", "service", service, "message", text));
        logs.pipeInput(new TestRecord<>(null, line, at));
    }

    private static final String CREATED =
            "Connection created: address=c-shard-00-00.ab1cd.mongodb.net:27017, driver-generated ID=7";
    private static final String CLUSTER =
            "Cluster created with settings {hosts=[127.0.0.1:27017], srvHost=c.ab1cd.mongodb.net, mode=MULTIPLE}";

    @Test
    void connections_within_a_second_fold_into_one_hint_after_the_first() {
        for (int i = 0; i < 10; i++) {
            log("orders", CREATED, NOW);
        }
        log("orders", CREATED.replace("ab1cd.mongodb.net", "evil.example"), NOW);
        driver.advanceWallClockTime(Duration.ofSeconds(1));

        assertThat(hints())
                .extracting(Hint::kind, Hint::site, Hint::target, Hint::count)
                .containsExactly(
                        tuple(Hint.Kind.CONNECTION, "ab1cd.mongodb.net", "c.ab1cd.mongodb.net", 1),
                        tuple(Hint.Kind.CONNECTION, "ab1cd.mongodb.net", "c.ab1cd.mongodb.net", 9));
        assertThat(sightings()).isEmpty();
        assertThat(unclassified.isEmpty()).isTrue();
    }

    @Test
    void there_is_an_end_to_the_clients_that_are_counted_within_a_second() {
        for (int i = 0; i < 3_000; i++) {
            log("service-" + i, CREATED, NOW);
        }

        assertThat(hints()).hasSize(1_000);
    }

    @Test
    void what_a_service_talks_to_is_told_when_it_is_new_and_every_ten_minutes() {
        for (int minute = 0; minute <= 20; minute++) {
            log("orders", CLUSTER, NOW.plus(Duration.ofMinutes(minute)));
        }
        log("cart", CLUSTER, NOW.plus(Duration.ofMinutes(20)));

        assertThat(hints())
                .extracting(Hint::site, Hint::target, Hint::at)
                .containsExactly(
                        tuple("service:orders", "c.ab1cd.mongodb.net", NOW),
                        tuple("service:orders", "c.ab1cd.mongodb.net", NOW.plus(Duration.ofMinutes(10))),
                        tuple("service:orders", "c.ab1cd.mongodb.net", NOW.plus(Duration.ofMinutes(20))),
                        tuple("service:cart", "c.ab1cd.mongodb.net", NOW.plus(Duration.ofMinutes(20))));
    }

    @Test
    void a_sighting_tells_once_what_its_service_is_in_trouble_with() {
        log(LINE);
        log(LINE);

        assertThat(hints()).singleElement().satisfies(hint -> {
            assertThat(hint.kind()).isEqualTo(Hint.Kind.DEPLOYMENT);
            assertThat(hint.sighted()).isTrue();
            assertThat(hint.site()).isEqualTo("service:orders");
        });
    }
}
