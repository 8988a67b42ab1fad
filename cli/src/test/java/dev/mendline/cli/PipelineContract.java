package dev.mendline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.mendline.cli.config.Configuration;
import dev.mendline.cli.config.ConfigurationFile;
import dev.mendline.cli.config.DataDirectory;
import dev.mendline.cli.incidents.Incidents;
import dev.mendline.cli.kafka.Broker;
import dev.mendline.cli.kafka.KafkaOptions;
import dev.mendline.cli.kafka.TopicReader;
import dev.mendline.cli.lab.LabPipeline;
import dev.mendline.cli.lab.ScenarioReport;
import dev.mendline.cli.lab.ScenarioRun;
import dev.mendline.cli.output.Progress;
import dev.mendline.cli.process.ExitCode;
import dev.mendline.cli.replay.Replay;
import dev.mendline.cli.runtime.Roles;
import dev.mendline.engine.catalog.Catalog;
import dev.mendline.lab.Lab;
import dev.mendline.model.Json;
import dev.mendline.model.Topics;
import dev.mendline.model.config.Secret;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Notification;
import dev.mendline.model.incident.Verdict;
import dev.mendline.model.journal.JournalRecord;
import dev.mendline.model.journal.Sighting;
import dev.mendline.model.log.DeadLetter;
import dev.mendline.notifier.ChannelTypes;
import dev.mendline.notifier.channel.Console;
import dev.mendline.notifier.slack.SlackSettings;
import dev.mendline.notifier.terminal.TerminalSettings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * What the pipeline promises on any Kafka: the lab's deployments are diagnosed rightly from their logs, bad input stops
 * nothing, Mendline does not read itself, and a replay gives the same bytes. The steps build on each other.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public abstract class PipelineContract {
    private static final long SEED = 7;
    private static final String READER = "chat-archive";
    private static final int MARKERS = 30;

    private final ListAppender<ILoggingEvent> ownLog = new ListAppender<>();
    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private final StandInSlack slack = StandInSlack.start();
    private Configuration configuration;
    private Broker broker;
    private Lab lab;
    private Roles roles;

    /** The address of a Kafka that is there for this class alone. */
    abstract String bootstrapServer();

    void start(Path folder) {
        ownLog.start();
        ((Logger) LoggerFactory.getLogger("dev.mendline")).addAppender(ownLog);
        ((Logger) LoggerFactory.getLogger("dev.mendline")).setLevel(Level.DEBUG);
        lab = Lab.start(SEED);
        configuration = ConfigurationFile.parse("lab", lab.configuration());
        broker = new KafkaOptions().broker(configuration, bootstrapServer());
        broker.createTopics(configuration.zoneNames(), 3);
        roles = new Roles(broker, configuration);
        roles.classifier(Catalog.builtIn(), folder);
        roles.probes(configuration.zoneNames());
        roles.notifier(ChannelTypes.open(
                List.of(
                        TerminalSettings.DEFAULT,
                        new SlackSettings("slack", Secret.of("xoxb-test"), "C1", slack.url())),
                new Console(new PrintStream(terminal, true, StandardCharsets.UTF_8), false)));
        roles.awaitRunning();
    }

    @AfterAll
    void stop() {
        roles.close();
        lab.close();
        slack.close();
        ((Logger) LoggerFactory.getLogger("dev.mendline")).detachAppender(ownLog);
    }

    @Test
    @Order(1)
    void six_of_six_deployments_are_diagnosed_rightly_from_what_their_drivers_log(@TempDir Path folder) {
        start(folder);

        ScenarioReport report = new ScenarioRun(
                        new LabPipeline(lab, broker, roles, new DataDirectory(folder), Catalog.builtIn()),
                        new Progress(),
                        SEED)
                .run();

        assertThat(report.scenarios())
                .hasSize(6)
                .allSatisfy(each -> assertThat(each.right()).as(each.toString()).isTrue());
        assertThat(report.passed()).isTrue();
        assertThat(roles.failure()).isEmpty();
    }

    @Test
    @Order(2)
    void every_incident_that_matters_has_one_message_in_each_channel_and_a_false_alarm_has_none() {
        Set<String> expected = new TreeSet<>();
        incidents().stream()
                .filter(incident -> incident.diagnosis().verdict() != Verdict.REFUTED)
                .forEach(incident ->
                        List.of("slack", "terminal").forEach(channel -> expected.add(incident.id() + "|" + channel)));
        assertThat(expected).as("five of six, and one where all is well").hasSize(2 * 5);

        eventually(() -> {
            Set<String> posted = new TreeSet<>();
            read(Topics.DEFAULT.notifications(), record -> {
                if (record.value() != null) {
                    Notification line = Json.read(record.value(), Notification.class);
                    posted.add(line.incident() + "|" + line.destination());
                }
            });
            assertThat(posted).isEqualTo(expected);
        });
        assertThat(slack.posted()).isEqualTo(5);
        eventually(() -> assertThat(terminal.toString(StandardCharsets.UTF_8)).contains("Confirmed: ", "Likely: "));
    }

    @Test
    @Order(3)
    void bad_input_is_kept_aside_and_the_pipeline_goes_on() {
        byte[] notUtf8 =
                "für: bad auth : Authentication failed. on t.badin.mongodb.net".getBytes(StandardCharsets.ISO_8859_1);
        String deep = "[".repeat(10_000) + "\"bad auth : Authentication failed. on t.badin.mongodb.net\"";
        String large = "bad auth : Authentication failed. " + "x".repeat(5 << 20);
        try (KafkaProducer<String, byte[]> logs = broker.producer()) {
            send(logs, notUtf8, "odd");
            send(logs, bytes(deep), "odd");
            send(logs, bytes(large), "odd");
            send(logs, new byte[0], "odd");
            send(logs, null, "odd");
            send(logs, bytes("querySrv ECONNREFUSED _mongodb._tcp.after.goeson.mongodb.test"), "odd");
        }

        eventually(() -> {
            assertThat(deadLetters()).extracting(DeadLetter::reason).contains("not-utf8", "too-deep", "too-large");
            assertThat(incidents()).extracting(Incident::target).contains("after.goeson.mongodb.test");
        });
        assertThat(roles.classifier().orElseThrow().count("dead-letters")).isEqualTo(3);
        assertThat(roles.failure()).isEmpty();
    }

    @Test
    @Order(4)
    void mendline_does_not_feed_on_what_it_says_itself() {
        assertThat(ownLog.list).as("its own log of the probing run").isNotEmpty();
        List<String> own = new ArrayList<>();
        ownLog.list.forEach(event -> own.add("12:00:00.000 " + event.getLevel() + " [mendline-test] "
                + event.getFormattedMessage()
                + (event.getThrowableProxy() == null
                        ? ""
                        : " " + event.getThrowableProxy().getMessage())));
        own.addAll(slack.bodies());
        own.add(terminal.toString(StandardCharsets.UTF_8));
        own.addAll(terminal.toString(StandardCharsets.UTF_8).lines().toList());
        try (KafkaProducer<String, byte[]> logs = broker.producer()) {
            own.forEach(line -> send(logs, line.getBytes(StandardCharsets.UTF_8), READER));
            // What stands behind the own words in every partition; when it is seen, they were read.
            for (int i = 0; i < MARKERS; i++) {
                send(logs, bytes("bad auth : Authentication failed. on end" + i + ".feedback.mongodb.test"), READER);
            }
        }

        eventually(() -> assertThat(sightings(READER)).hasSizeGreaterThanOrEqualTo(MARKERS));
        assertThat(sightings(READER))
                .allSatisfy(sighting ->
                        assertThat(sighting.site()).as(sighting.toString()).isEqualTo("feedback.mongodb.test"));
    }

    @Test
    @Order(5)
    void what_no_signature_knows_is_sampled_and_offered_as_a_gap() {
        try (KafkaProducer<String, byte[]> logs = broker.producer()) {
            send(logs, bytes("ERROR MongoFluxError: capacitor of node 7 is empty"), "odd");
            send(logs, bytes("INFO MongoDB is connected"), "odd");
        }

        eventually(() -> assertThat(Run.of("catalog", "gaps", "--bootstrap-server", bootstrapServer())
                        .out())
                .contains("events of odd", "MongoFluxError", "needs-sign: true")
                .doesNotContain("is connected"));
    }

    private Run say(String command, String id, String... more) {
        List<String> words = new ArrayList<>(List.of("incidents", command, id, "--by", "dana"));
        words.addAll(List.of("--bootstrap-server", bootstrapServer()));
        words.addAll(List.of(more));
        return Run.of(words.toArray(String[]::new));
    }

    private Incident incident(String target) {
        return incidents().stream()
                .filter(incident -> target.equals(incident.target()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Order(6)
    void what_people_say_of_an_incident_is_taken_and_told() {
        String target = "after.goeson.mongodb.test";
        String id = incident(target).id();

        Run ack = say("ack", id.substring(0, 10), "--reason", "on it, token=SENTINEL");
        assertThat(ack.out()).startsWith(id + " acknowledged: on it, ").contains(" (dana, revision ");
        assertThat(ack.out()).doesNotContain("SENTINEL");
        assertThat(ack.exit()).isZero();
        eventually(() -> assertThat(String.join("\n", slack.bodies())).contains("Acknowledged by dana"));

        assertThat(say("silence", id, "--for", "2h", "--reason", "upgrade").out())
                .startsWith(id + " silenced until ")
                .contains(": upgrade (dana");
        assertThat(incident(target).silencedUntil()).isNotNull();
        assertThat(say("silence", id, "--end").out()).startsWith(id + " no longer silenced (dana");
        assertThat(say("recheck", id).out()).startsWith(id + " requested a recheck: ");
        assertThat(say("feedback", id, "--wrong", "--cause", "srv-hidden-by-resolver")
                        .exit())
                .as("no such cause")
                .isEqualTo(ExitCode.USAGE);
        assertThat(say("feedback", id, "--wrong", "--cause", "resolver-unreachable", "-o", "json")
                        .json()
                        .path("feedback")
                        .get(0)
                        .path("cause")
                        .asText())
                .isEqualTo("resolver-unreachable");
        assertThat(say("resolve", id, "--reason", "gone").out()).startsWith(id + " resolved by hand: gone (dana");
        Run again = say("resolve", id, "--reason", "gone");
        assertThat(again.exit()).isEqualTo(ExitCode.NO);
        assertThat(again.out()).startsWith(id + " resolve rejected because the incident is not open (dana");

        assertThat(incident(target).state()).isEqualTo(Incident.State.RESOLVED);
        assertThat(roles.classifier().orElseThrow().count("commands-refused")).isEqualTo(1);
        assertThat(Run.of("incidents", "show", id, "--bootstrap-server", bootstrapServer())
                        .out())
                .containsPattern("Z +dana +resolved by hand: gone\\R");
        assertThat(say("ack", "nobody", "--reason", "x").exit()).isEqualTo(ExitCode.NO);
        assertThat(Run.of(
                                "incidents",
                                "watch",
                                "--from-beginning",
                                "--max-messages",
                                "1",
                                "--bootstrap-server",
                                bootstrapServer())
                        .out())
                .hasLineCount(1)
                .contains(" open ");
    }

    @Test
    @Order(7)
    void a_replay_gives_the_same_incidents_byte_for_byte() {
        eventually(() -> {
            Replay replay = new Replay(Catalog.builtIn(), configuration.engine());
            try (TopicReader journal = TopicReader.of(broker, Topics.DEFAULT.journal());
                    Incidents incidents = new Incidents(broker)) {
                journal.toEnd(replay::read);
                assertThat(replay.compare(incidents.all()).isEqual()).isTrue();
            }
        });
    }

    @Test
    @Order(8)
    void every_record_on_every_topic_has_the_key_and_the_form_that_are_published() {
        Set<String> seen = new TreeSet<>();
        for (Topics.Topic topic : broker.topics().all(configuration.zoneNames(), 3)) {
            if (!topic.name().equals(broker.topics().logs())) {
                PublishedForm form = PublishedForm.of(topic.name(), broker.topics());
                read(topic.name(), record -> {
                    form.assertHolds(record);
                    seen.add(form.schema());
                });
            }
        }

        assertThat(seen)
                .containsExactly("dead-letter", "incident", "journal", "notification", "probe-request", "unclassified");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void send(KafkaProducer<String, byte[]> logs, byte @Nullable [] line, String service) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(Topics.DEFAULT.logs(), line);
        record.headers().add("service.name", bytes(service));
        var unused = logs.send(record);
    }

    private List<Incident> incidents() {
        try (Incidents incidents = new Incidents(broker)) {
            return List.copyOf(incidents.all());
        }
    }

    private List<Sighting> sightings(String service) {
        List<Sighting> sightings = new ArrayList<>();
        read(Topics.DEFAULT.journal(), record -> {
            if (Json.read(record.value(), JournalRecord.class) instanceof Sighting sighting
                    && sighting.service().equals(service)) {
                sightings.add(sighting);
            }
        });
        return sightings;
    }

    private List<DeadLetter> deadLetters() {
        List<DeadLetter> letters = new ArrayList<>();
        read(Topics.DEFAULT.deadLetters(), record -> letters.add(Json.read(record.value(), DeadLetter.class)));
        return letters;
    }

    private void read(String topic, Consumer<ConsumerRecord<String, byte[]>> reader) {
        try (TopicReader whole = TopicReader.of(broker, topic)) {
            whole.toEnd(reader);
        }
    }

    private static void eventually(ThrowingRunnable condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(condition);
    }
}
