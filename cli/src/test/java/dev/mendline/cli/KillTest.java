package dev.mendline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.cli.config.Configuration;
import dev.mendline.cli.config.DataDirectory;
import dev.mendline.cli.incidents.Incidents;
import dev.mendline.cli.kafka.Broker;
import dev.mendline.cli.kafka.KafkaOptions;
import dev.mendline.cli.kafka.TopicReader;
import dev.mendline.cli.process.CannotWork;
import dev.mendline.cli.replay.Replay;
import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.model.Topics;
import dev.mendline.model.incident.Incident;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} in the middle of {@code up}, as another process. */
class KillTest {
    private static final int DEPLOYMENTS = 12;

    @TempDir
    private Path folder;

    private @Nullable Process running;

    @AfterEach
    void end() throws InterruptedException {
        Process left = running;
        if (left != null) {
            left.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void a_killed_up_loses_no_incident_opens_none_twice_and_replays_equal() throws Exception {
        Path data = folder.resolve("data");
        Path config = Files.writeString(
                folder.resolve("mendline.yaml"),
                "zones: [{name: local, resolvers: ['127.0.0.1:1'], reference-resolvers: ['127.0.0.1:1']}]\n"
                        + "suffixes: [{suffix: mongodb.test}]\n");
        Process first = up(data, config);
        Broker broker = broker(data);
        ship(broker, 0, DEPLOYMENTS / 2);
        eventually(() -> assertThat(targets(broker)).hasSize(DEPLOYMENTS / 2));
        Map<String, String> before = targets(broker);

        // More is on its way when the process dies.
        ship(broker, DEPLOYMENTS / 2, DEPLOYMENTS);
        first.destroyForcibly().waitFor();
        Files.deleteIfExists(data.resolve("broker"));
        long killed = System.nanoTime();
        up(data, config);
        Broker again = broker(data);
        ship(again, 0, DEPLOYMENTS);

        eventually(() -> assertThat(targets(again)).hasSize(DEPLOYMENTS));
        System.err.printf(
                "mendline: all incidents %.1f s after kill -9, the restart in it%n",
                (System.nanoTime() - killed) / 1e9);
        assertThat(targets(again)).as("none is opened twice").containsAllEntriesOf(before);
        eventually(() -> assertThat(incidents(again))
                .as("lines after the restart are counted into the incidents of before it")
                .allSatisfy(incident ->
                        assertThat(incident.symptoms().get(0).count()).isGreaterThanOrEqualTo(2)));
        eventually(() -> assertThat(replayed(again).isEqual()).isTrue());
    }

    private Process up(Path data, Path config) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-cp",
                System.getProperty("java.class.path"),
                Mendline.class.getName(),
                "up",
                "--data-dir",
                data.toString(),
                "--config",
                config.toString());
        builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("up.log").toFile());
        Process process = builder.start();
        running = process;
        return process;
    }

    private Broker broker(Path data) {
        eventually(() -> assertThat(new DataDirectory(data).address()).isPresent());
        String address = new DataDirectory(data).address().orElseThrow();
        return new KafkaOptions().broker(Configuration.DEFAULT, address).reached();
    }

    private static void ship(Broker broker, int from, int to) {
        try (KafkaProducer<String, byte[]> logs = broker.producer()) {
            for (int i = from; i < to; i++) {
                String line = "Error: querySrv ECONNREFUSED _mongodb._tcp.c" + i + ".p" + i + ".mongodb.test";
                var unused =
                        logs.send(new ProducerRecord<>(Topics.DEFAULT.logs(), line.getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    /** Those of deployments; what explains them all, for they share a resolver that is dead, has none. */
    private static List<Incident> incidents(Broker broker) {
        try (Incidents incidents = new Incidents(broker)) {
            return incidents.all().stream()
                    .filter(incident -> incident.target() != null)
                    .toList();
        }
    }

    /** Incident ids by target; fails where a target has two. */
    private static Map<String, String> targets(Broker broker) {
        List<Incident> incidents = incidents(broker);
        Set<String> names = incidents.stream().map(Incident::target).collect(Collectors.toCollection(HashSet::new));
        assertThat(names).as("one incident a deployment").hasSameSizeAs(incidents);
        Map<String, String> targets = new HashMap<>();
        incidents.forEach(incident -> targets.put(incident.target(), incident.id()));
        return targets;
    }

    private static Replay.Report replayed(Broker broker) {
        Replay replay = new Replay(Catalog.builtIn(), EngineSettings.DEFAULT);
        try (TopicReader journal = TopicReader.of(broker, Topics.DEFAULT.journal());
                Incidents incidents = new Incidents(broker)) {
            journal.toEnd(replay::read);
            return replay.compare(incidents.all());
        }
    }

    private static void eventually(ThrowingRunnable condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptionsMatching(fault -> fault instanceof CannotWork)
                .untilAsserted(condition);
    }
}
