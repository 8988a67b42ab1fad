package dev.mendline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mendline.cli.config.Configuration;
import dev.mendline.cli.config.ConfigurationFile;
import dev.mendline.cli.config.DataDirectory;
import dev.mendline.cli.process.ExitCode;
import dev.mendline.model.Json;
import dev.mendline.probes.worker.QueueKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandTest {
    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static JsonNode json(String text) {
        return Json.read(text, JsonNode.class);
    }

    @Test
    void classify_answers_each_line_in_order_with_all_keys() {
        Run run = Run.with(
                "GET / 200\nError: querySrv ECONNREFUSED _mongodb._tcp.cluster0.ab1cd.mongodb.net\n\n",
                "classify",
                "-");

        assertThat(run.exit()).isZero();
        List<String> lines = run.out().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0))
                .isEqualTo("{\"id\":1,\"symptom\":null,\"detail\":null,\"symptoms\":[],\"target\":null,\"driver\":null,"
                        + "\"runtime\":null,"
                        + "\"captures\":{\"host\":null,\"port\":null,\"address\":null,\"code\":null,\"codeName\":null,"
                        + "\"limit\":null,\"rcode\":null,\"alert\":null}}");
        assertThat(json(lines.get(1)).path("symptom").asText()).isEqualTo("srv-refused");
        assertThat(json(lines.get(1)).path("target").asText()).isEqualTo("cluster0.ab1cd.mongodb.net");
        assertThat(json(lines.get(1)).path("driver").path("name").asText()).isEqualTo("nodejs");
        assertThat(json(lines.get(2)).path("id").asInt()).isEqualTo(3);
    }

    @Test
    void classify_reads_only_id_and_text_and_answers_a_bad_line_in_its_place() {
        Run run = Run.with(
                "{\"id\":\"a\",\"text\":\"bad auth : Authentication failed.\",\"label\":7}\nnonsense\n{\"id\":3}\n",
                "classify",
                "--format",
                "jsonl",
                "-");

        List<String> lines = run.out().lines().toList();
        assertThat(json(lines.get(0)).path("id").asText()).isEqualTo("a");
        assertThat(json(lines.get(0)).path("symptom").asText()).isEqualTo("auth-failed");
        assertThat(lines.get(1)).isEqualTo("{\"id\":null,\"line\":2,\"error\":\"not a JSON object\"}");
        assertThat(lines.get(2)).startsWith("{\"id\":null,\"line\":3,\"error\":");
    }

    @Test
    void classify_joins_a_stack_trace_when_asked_to() {
        String trace = "ERROR c.e.Orders - cannot connect to MongoDB\ncom.mongodb.MongoSocketOpenException: Exception"
                + " opening socket\n\tat a.B.c(D.java:1)\nCaused by: java.net.ConnectException: Connection refused\nnext\n";

        Run run = Run.with(trace, "classify", "--multiline", "-");

        assertThat(run.out().lines())
                .first()
                .satisfies(
                        line -> assertThat(json(line).path("symptom").asText()).isEqualTo("connection-refused"));
    }

    @Test
    void diagnose_without_probes_says_what_the_texts_alone_say() throws IOException {
        Path log = file("app.log", "MongoServerError: connection refused because too many open connections: 819\n");

        Run run = Run.of("diagnose", "--no-probes", "-o", "json", "--service", "orders", log.toString());

        assertThat(run.exit()).isZero();
        JsonNode incident = run.json().get(0);
        assertThat(incident.path("schema").asText()).isEqualTo("mendline.incident/1");
        assertThat(incident.path("diagnosis").path("leading").asText()).isEqualTo("connection-limit-reached");
        assertThat(incident.path("diagnosis").path("verdict").asText()).isEqualTo("confirmed");
        assertThat(incident.path("samples").get(0).path("source").get(0).asText())
                .isEqualTo(log.toString());
        assertThat(incident.path("samples").get(0).path("source").get(2).asInt())
                .isEqualTo(1);
    }

    @Test
    void diagnose_takes_lines_without_a_host_to_mean_what_the_other_lines_of_their_service_name() throws IOException {
        Path log = file(
                "app.log",
                "MongoServerError: bad auth : authentication failed\n"
                        + "Error: querySrv ECONNREFUSED _mongodb._tcp.c.ab1cd.mongodb.net\n"
                        + "MongoServerError: bad auth : authentication failed\n");

        JsonNode incidents =
                Run.of("diagnose", "--no-probes", "-o", "json", log.toString()).json();

        assertThat(incidents).hasSize(1);
        assertThat(incidents.get(0).path("target").asText()).isEqualTo("c.ab1cd.mongodb.net");
        assertThat(incidents.get(0).path("symptoms"))
                .extracting(symptom -> symptom.path("count").asInt())
                .containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void diagnose_takes_them_to_mean_what_the_drivers_first_line_names() throws IOException {
        Path log = file(
                "app.log",
                "INFO org.mongodb.driver.cluster : Cluster created with settings {hosts=[127.0.0.1:27017],"
                        + " srvHost=c.ab1cd.mongodb.net, mode=MULTIPLE}\n"
                        + "MongoServerError: bad auth : authentication failed\n");

        JsonNode incidents =
                Run.of("diagnose", "--no-probes", "-o", "json", log.toString()).json();

        assertThat(incidents).hasSize(1);
        assertThat(incidents.get(0).path("target").asText()).isEqualTo("c.ab1cd.mongodb.net");
    }

    @Test
    void diagnose_takes_no_line_of_a_server_as_proof_about_the_deployment_that_an_application_names()
            throws IOException {
        Path log = file(
                "all.log",
                "2026-11-22T10:00:00.000+0000 I NETWORK  [listener] connection refused because too many open"
                        + " connections: 819\n"
                        + "MongoServerSelectionError: getaddrinfo ENOTFOUND c-shard-00-00.ab1cd.mongodb.net\n");

        for (String[] arguments : List.of(new String[0], new String[] {"--service", "orders"})) {
            String[] all = Stream.concat(
                            Stream.of("diagnose", "--no-probes", "-o", "json"),
                            Stream.concat(Stream.of(arguments), Stream.of(log.toString())))
                    .toArray(String[]::new);
            JsonNode incidents = Run.of(all).json();

            assertThat(incidents)
                    .filteredOn(incident -> incident.path("target").asText().equals("c.ab1cd.mongodb.net"))
                    .singleElement()
                    .satisfies(incident -> assertThat(
                                    incident.path("diagnosis").path("verdict").asText())
                            .isNotEqualTo("confirmed"));
        }
    }

    @Test
    void diagnose_dates_an_old_log_by_its_own_time_and_says_that_nothing_was_probed() throws IOException {
        Path log =
                file("app.log", "2015-03-01T10:00:00Z ERROR querySrv ECONNREFUSED _mongodb._tcp.c.ab1cd.mongodb.net\n");

        JsonNode incident =
                Run.of("diagnose", "-o", "json", log.toString()).json().get(0);
        Run text = Run.of("diagnose", log.toString());

        assertThat(incident.path("historical").asBoolean()).isTrue();
        assertThat(incident.path("openedAt").asText()).isEqualTo("2015-03-01T10:00:00Z");
        assertThat(incident.path("findings")).isEmpty();
        assertThat(incident.path("timeline"))
                .extracting(entry -> entry.path("at").asText())
                .containsOnly("2015-03-01T10:00:00Z");
        assertThat(text.out()).contains("Old log lines: nothing was probed.", "2015-03-01");
    }

    @Test
    void diagnose_dates_a_log_of_the_last_day_by_its_own_time_and_probes_once() throws IOException {
        Instant earlier = Instant.now().minus(Duration.ofHours(3)).truncatedTo(ChronoUnit.SECONDS);
        Path config = file(
                "mendline.yaml",
                "zones: [{name: local, resolvers: ['127.0.0.1:1'], reference-resolvers: ['127.0.0.1:1']}]\n"
                        + "suffixes: [{suffix: mongodb.test}]\n");
        String error = " ERROR querySrv ECONNREFUSED _mongodb._tcp.c.ab1cd.mongodb.test\n";
        Path log = file("app.log", earlier + error + earlier.plusSeconds(600) + error);

        JsonNode incident = Run.of("diagnose", "--config", config.toString(), "-o", "json", log.toString())
                .json()
                .get(0);

        assertThat(incident.path("historical").asBoolean()).isFalse();
        assertThat(incident.path("openedAt").asText()).isEqualTo(earlier.toString());
        assertThat(incident.path("timeline"))
                .filteredOn(entry -> entry.path("kind").asText().equals("probes-requested")
                        && entry.path("params").path("probe").asText().equals("dns-srv"))
                .hasSize(1);
    }

    @Test
    void diagnose_gives_what_a_driver_retries_the_weight_that_the_pipeline_gives_it() throws IOException {
        Path log = file(
                "app.log",
                "2026-11-22T10:00:00Z INFO  org.mongodb.driver.cluster - Exception in monitor thread while connecting"
                        + " to server c-shard-00-00.ab1cd.mongodb.net:27017 com.mongodb.MongoSocketOpenException"
                        + " java.net.ConnectException: Connection refused\n");

        JsonNode incidents =
                Run.of("diagnose", "--no-probes", "-o", "json", log.toString()).json();

        assertThat(incidents).hasSize(1);
        assertThat(incidents.get(0).path("severity").asText()).isEqualTo("low");
    }

    @Test
    void diagnose_probes_behind_the_guard_and_tells_the_line_that_would_allow_it() throws IOException {
        Path config = file(
                "mendline.yaml",
                "zones: [{name: local, resolvers: ['127.0.0.1:1'], reference-resolvers: ['127.0.0.1:1']}]\n"
                        + "suffixes: [{suffix: mongodb.test}]\n");
        Path log = file("app.log", "Error: querySrv ECONNREFUSED _mongodb._tcp.c.ab1cd.mongodb.test\n");

        Run run = Run.of("diagnose", "--config", config.toString(), "-o", "json", log.toString());

        JsonNode incident = run.json().get(0);
        assertThat(incident.path("target").asText()).isEqualTo("c.ab1cd.mongodb.test");
        assertThat(incident.path("diagnosis").path("verdict").asText()).isEqualTo("likely");
        assertThat(incident.path("findings").get(0).path("reason").asText()).isEqualTo("refused");
    }

    @Test
    void diagnose_prints_a_message_that_a_person_can_follow() throws IOException {
        Path log = file("app.log", "This password contains special characters which will be URL-encoded.\n");

        Run run = Run.of("diagnose", "--no-probes", log.toString());

        assertThat(run.out()).contains("Confirmed:", "What to do", "  1. ", "percent-encoded");
    }

    @Test
    void probe_never_shows_the_secret_and_says_how_to_encode_it() {
        Run run = Run.with(
                "mongodb+srv://app:SENT#INEL@cluster0.ab1cd.mongodb.test/?w=majority\n", "probe", "-o", "json", "-");

        assertThat(run.exit()).isEqualTo(ExitCode.NO);
        JsonNode answer = run.json();
        assertThat(answer.path("leading").asText()).isEqualTo("password-not-encoded");
        assertThat(answer.path("verdict").asText()).isEqualTo("confirmed");
        assertThat(answer.path("stages").get(0).path("reason").asText()).isEqualTo("unescaped-credentials");
        assertThat(run.out() + run.err()).doesNotContain("SENT", "INEL");
    }

    @Test
    void a_broker_that_is_not_there_is_named_and_ends_with_three() {
        Run run = Run.of("incidents", "list", "--bootstrap-server", "127.0.0.1:1");

        assertThat(run.exit()).isEqualTo(ExitCode.CANNOT_WORK);
        assertThat(run.err()).isEqualTo("mendline: Kafka does not answer at 127.0.0.1:1" + System.lineSeparator());
        assertThat(run.out()).isEmpty();
    }

    @Test
    void without_any_broker_it_says_where_one_could_come_from() {
        Run run = Run.of("incidents", "list", "--data-dir", folder.toString());

        assertThat(run.exit()).isEqualTo(ExitCode.CANNOT_WORK);
        assertThat(run.err()).contains("--bootstrap-server", "mendline up", folder.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "zone: []                                    | :1: zone: no such key; allowed here: catalog, channels, engine, kafka, probes, redact, suffixes, targets, zones",
                "§zones:\n  - {name: a, resolver: [1.1.1.1]}§ | :2: zones[0].resolver: no such key; allowed here: allow-networks, egress, name, reference-resolvers, resolvers, services",
                "§zones:\n  - {name: a}\n  - {name: a}§      | duplicate zone 'a'",
                "engine: {resolution: {quiet: soon}}         | :1: engine.resolution.quiet: 'soon' is not a duration",
                "kafka: {processing-guarantee: maybe}        | :1: kafka: processing-guarantee: 'maybe' is not allowed; allowed: exactly_once_v2, at_least_once",
                "channels: [{name: s, type: slack, token: xoxb-SENTINEL, channel: c}] | a secret must not be written in this file; allowed: {env: NAME} or {file: PATH}",
                "probes: {queue: fifo}                       | :1: probes: queue: 'fifo' is not allowed; allowed: share, classic, auto",
                "probes: {control-target: 'a b'}             | :1: probes: control-target: 'a b' is not a host name",
                "§zones: [{name: a}]\nprobes:\n  reference-zone: b§ | :3: probes.reference-zone: no zone 'b' is configured; configured zones: a",
                "§targets:\n  - name: a.example.com\n    tls-ca-file: /nowhere/ca.pem§ | :3: targets[0].tls-ca-file: the file /nowhere/ca.pem cannot be read; allowed: a PEM file with certificates",
                "§suffixes: [{suffix: example.com,\n  tls-ca-file: /dev/null/x}]§ | :2: suffixes[0].tls-ca-file: the file /dev/null/x cannot be read",
                "targets: [{name: a.example.com, credentials: {user: u, password: SENTINEL}}] | targets[0].credentials.password: a secret must not be written in this file; allowed: {env: NAME} or {file: PATH}",
                "targets: [{name: a.example.com, credentials: {user: u}}] | targets[0].credentials: password is missing",
                "targets: [{name: 'a b'}]                     | 'a b' is not a name; allowed: a host name or an IP address",
                "targets: [{name: a.example.com, tier: M10}]  | :1: targets[0].tier: no such key; allowed here: allow-networks, credentials, match, name, ports, services, tls, tls-ca-file, zone",
                "targets: [{name: a.example.com, sharded: true}] | :1: targets[0].sharded: no such key; allowed here: allow-networks",
                "targets: [{name: a.example.com, environment: x}] | :1: targets[0].environment: no such key; allowed here: allow-networks",
                "targets: [{name: a.example.com, zone: b}]    | target 'a.example.com': no zone 'b' is configured; configured zones: local",
                "channels: [{name: s, type: pager}]          | channels[0]: type 'pager' is not allowed; allowed: slack, terminal",
                "redact: {rules: [{name: x, pattern: '('}]}  | :1: redact",
                "§zones: [\n§                                | :1: zones: while parsing a flow node: expected the node content, but found"
            })
    void a_wrong_configuration_ends_with_two_and_says_where_and_what_is_allowed(String yaml, String message)
            throws IOException {
        Path config = file("wrong.yaml", yaml);

        Run run = Run.with("x\n", "classify", "--config", config.toString(), "-");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .startsWith("mendline: " + config)
                .contains(message)
                .doesNotContain("SENTINEL", "\tat ");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void a_file_without_a_certificate_is_no_authority_and_the_rest_of_the_probes_section_counts() throws IOException {
        Path empty = file("empty.pem", "nothing\n");
        Path config = file("wrong.yaml", "suffixes: [{suffix: example.com, tls-ca-file: '" + empty + "'}]");

        Run run = Run.with("x\n", "classify", "--config", config.toString(), "-");
        Configuration good = ConfigurationFile.parse(
                "m.yaml",
                "zones: [{name: a}, {name: b}]\n"
                        + "probes: {queue: classic, reference-zone: b, control-target: portquiz.net}");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .contains("suffixes[0].tls-ca-file: the file " + empty
                        + " contains no certificate; allowed: a PEM file with certificates");
        assertThat(good.probes().kind()).isEqualTo(QueueKind.CLASSIC);
        assertThat(good.engine().probing().referenceZone()).isEqualTo("b");
        assertThat(good.probing(null).controlTarget()).isEqualTo("portquiz.net");
    }

    @Test
    void the_environment_comes_over_the_file() {
        Configuration configuration = ConfigurationFile.parse("m.yaml", "kafka: {bootstrap-server: 'a:1'}")
                .over(Map.of("MENDLINE_KAFKA_BOOTSTRAP_SERVER", "b:2"));

        assertThat(configuration.kafka().bootstrapServer()).isEqualTo("b:2");
    }

    @Test
    void a_command_or_file_that_is_not_there_is_a_usage_error() {
        assertThat(Run.of("clasify").exit()).isEqualTo(ExitCode.USAGE);
        assertThat(Run.of("run", "cook").exit()).isEqualTo(ExitCode.USAGE);
        assertThat(Run.of("diagnose", folder.resolve("none").toString()).exit()).isEqualTo(ExitCode.USAGE);
        assertThat(Run.of("--version").out()).startsWith("mendline ");
    }

    @Test
    void a_folder_is_no_file_and_a_private_network_can_be_allowed_for_one_probe() {
        Run folderGiven = Run.of("diagnose", folder.toString());
        assertThat(folderGiven.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(folderGiven.err()).contains("is a folder").doesNotContain("\tat ");

        Run probed = Run.of("probe", "--allow-network", "127.0.0.0/8", "--allow-network", "nonsense", "a.example.com");
        assertThat(probed.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(probed.err()).contains("'nonsense' is not a network");
    }

    @Test
    void without_probes_the_evidence_is_not_in_and_the_message_says_that_nothing_was_probed() throws IOException {
        Path log = file("app.log", "Error: querySrv ECONNREFUSED _mongodb._tcp.c.ab1cd.mongodb.net\n");

        JsonNode incident = Run.of("diagnose", "--no-probes", "-o", "json", log.toString())
                .json()
                .get(0);

        assertThat(incident.path("diagnosis").path("verdict").asText()).isEqualTo("possible");
        assertThat(incident.path("findings")).isEmpty();
        assertThat(incident.path("diagnosis")
                        .path("candidates")
                        .get(0)
                        .path("because")
                        .asText())
                .startsWith("Not probed: ");
        assertThat(Run.of("diagnose", "--no-probes", log.toString()).out())
                .contains("Possible, not probed")
                .doesNotContain("waiting", "outstanding");
    }

    @Test
    void the_guards_refusal_prints_the_line_that_would_allow_it() throws IOException {
        try (LoopbackDns dns = LoopbackDns.start()) {
            Path config = file(
                    "mendline.yaml",
                    "zones: [{name: local, resolvers: ['" + dns.address() + "'], reference-resolvers: ['"
                            + dns.address() + "']}]\nsuffixes: [{suffix: mongodb.test}]\n");
            Path log = file(
                    "app.log",
                    "Exception in monitor thread while connecting to server n-shard-00-00.ab1cd.mongodb.test:27017"
                            + " com.mongodb.MongoSocketOpenException java.net.ConnectException: Connection refused\n");

            Run run = Run.of("diagnose", "--config", config.toString(), log.toString());

            assertThat(run.out().replaceAll("\\s+", " "))
                    .contains("Allowed by: suffixes: [{suffix: mongodb.test, allow-networks: [127.0.0.1/32]}]");
        }
    }

    @Test
    void a_second_up_on_the_same_data_directory_is_refused() throws Exception {
        try (AutoCloseable lock = new DataDirectory(folder).lock()) {
            Run run = Run.of("up", "--data-dir", folder.toString());

            assertThat(run.exit()).isEqualTo(ExitCode.CANNOT_WORK);
            assertThat(run.err()).contains("another 'mendline up' uses " + folder);
            assertThat(lock).isNotNull();
        }
    }

    @Test
    void odd_bytes_in_a_log_stop_nothing() {
        byte[] odd = ("\u0000\n\u00ff".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(Run.with(odd, "classify", "-").out().lines()).hasSize(2);
    }
}
