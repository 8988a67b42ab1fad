package dev.mendline.cli.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mendline.cli.Run;
import dev.mendline.cli.Spawned;
import dev.mendline.cli.process.ExitCode;
import dev.mendline.lab.Access;
import dev.mendline.lab.Lab;
import dev.mendline.lab.Scenario;
import dev.mendline.lab.net.ClosedPort;
import dev.mendline.lab.net.DroppingPort;
import dev.mendline.lab.net.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Probing by hand, against the lab's deployments. */
class ProbeCommandTest {
    private static final long SEED = 11;

    @TempDir
    private static Path folder;

    private static Lab lab;
    private static Path config;

    @BeforeAll
    static void openLab() throws IOException {
        lab = Lab.start(
                SEED,
                List.of(
                        "connection-refused",
                        "srv-hidden",
                        "srv-large",
                        "two-txt",
                        "outside-parent",
                        "alert-80",
                        "by-address",
                        "certificate-expired",
                        "tls-not-enabled",
                        "auth-failed",
                        "no-primary",
                        "overloaded"));
        config = Files.writeString(folder.resolve("mendline.yaml"), lab.configuration());
        // The first TLS handshakes of a process may take longer than a probe waits where the machine is busy.
        var unused = probe("overloaded");
    }

    @AfterAll
    static void closeLab() {
        lab.close();
    }

    private static Scenario scenario(String name) {
        return lab.scenarios().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** As the service of the scenario comes to its deployment. */
    private static Run probe(String name, String... more) {
        Access access = lab.access(scenario(name));
        Stream<String> arguments = Stream.of(
                "probe", "--config", config.toString(), "--zone", access.zone(), "--allow-network", "127.0.0.0/8");
        return Run.with(
                access.connectionString().reveal() + "\n",
                Stream.of(arguments, Stream.of(more), Stream.of("-"))
                        .flatMap(each -> each)
                        .toArray(String[]::new));
    }

    private static String password(String name) {
        String string = lab.access(scenario(name)).connectionString().reveal();
        return string.substring(string.indexOf(':', string.indexOf("://") + 3) + 1, string.lastIndexOf('@'));
    }

    private static List<String> probes(JsonNode stages) {
        return StreamSupport.stream(stages.spliterator(), false)
                .map(stage -> stage.path("probe").asText())
                .distinct()
                .toList();
    }

    private static JsonNode failed(JsonNode stages) {
        return StreamSupport.stream(stages.spliterator(), false)
                .filter(stage -> !stage.path("outcome").asText().equals("passed"))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "connection-refused, tcp, refused, node-refuses, confirmed",
        "srv-hidden, dns-srv, nxdomain, resolver-lacks-srv, confirmed",
        "srv-large, dns-srv, refused, resolver-lacks-srv, confirmed",
        "two-txt, dns-txt, bad-txt, uri-malformed, confirmed",
        "outside-parent, dns-srv, outside-parent, uri-malformed, confirmed",
        "alert-80, tls, tls-alert, ip-not-in-access-list, likely",
        "by-address, tls, tls-alert, sni-missing, likely",
        "certificate-expired, tls, expired, tls-untrusted, confirmed",
        "auth-failed, auth, authentication-failed, wrong-credentials, confirmed",
    })
    void the_first_stage_that_fails_leads_to_the_cause(
            String name, String stage, String reason, String cause, String verdict) {
        Run run = probe(name, "-o", "json");

        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.NO);
        JsonNode answer = run.json();
        JsonNode first = failed(answer.path("stages"));
        assertThat(first.path("probe").asText()).as(run.out()).isEqualTo(stage);
        assertThat(first.path("reason").asText()).isEqualTo(reason);
        assertThat(answer.path("leading").asText()).isEqualTo(cause);
        assertThat(answer.path("verdict").asText()).isEqualTo(verdict);
        assertThat(answer.path("advice").path("steps")).isNotEmpty();
        assertThat(run.out() + run.err()).doesNotContain(password(name));
        assertThat(run.err()).isEmpty();
    }

    @Test
    void the_document_has_all_keys_and_names_the_stages_in_a_drivers_order() {
        JsonNode answer = probe("certificate-expired", "-o", "json").json();

        assertThat(answer.fieldNames())
                .toIterable()
                .containsExactly("target", "verdict", "leading", "stages", "notTried", "advice");
        assertThat(answer.path("stages").get(0).fieldNames())
                .toIterable()
                .containsExactly(
                        "probe", "node", "zone", "outcome", "reason", "facts", "at", "journal", "millis", "transcript");
        assertThat(probes(answer.path("stages"))).startsWith("uri", "dns-srv", "dns-txt", "dns-host", "tcp", "tls");
        assertThat(probes(answer.path("notTried"))).containsExactly("hello", "auth", "connections");
        assertThat(answer.path("notTried").get(0).path("why").asText()).endsWith("not pass tls");
    }

    @Test
    void a_deployment_without_a_primary_lets_nobody_write_though_every_stage_passes() {
        Run run = probe("no-primary", "-o", "json");

        assertThat(run.exit()).isEqualTo(ExitCode.NO);
        assertThat(run.json().path("leading").asText()).isEqualTo("no-primary");
        assertThat(run.json().path("verdict").asText()).isEqualTo("confirmed");
    }

    /** It sheds the load of queries; the way there is free. */
    @Test
    void all_stages_that_pass_are_said_to_pass() {
        Run run = probe("overloaded");

        assertThat(run.exit()).as(run.out()).isZero();
        assertThat(run.out())
                .contains("✓ uri ", "✓ dns-srv ", "✓ tls ", "✓ hello ", "✓ auth ")
                .contains("Nothing is wrong with the way to "
                        + scenario("overloaded").target())
                .doesNotContain("    resolver ");
        assertThat(probe("overloaded", "-v").out()).contains("      resolver ");
    }

    @Test
    void a_string_without_tls_goes_on_without_and_is_compared_with_what_tls_would_be() {
        JsonNode answer = probe("tls-not-enabled", "-o", "json").json();

        assertThat(failed(answer.path("stages")).path("probe").asText()).isEqualTo("hello");
        assertThat(answer.path("leading").asText()).isEqualTo("tls-not-enabled");
        assertThat(answer.path("notTried").get(0).path("probe").asText()).isEqualTo("tls");
        assertThat(answer.path("notTried").get(0).path("why").asText()).isEqualTo("the connection string has no TLS");
    }

    @Test
    void a_person_reads_what_failed_what_was_not_tried_and_what_to_do() {
        Run run = probe("connection-refused");

        assertThat(run.exit()).isEqualTo(ExitCode.NO);
        assertThat(run.out())
                .contains("✓ dns-srv ", "✗ tcp ", "  failed: refused  (", "    connect 127.0.0.1 port ")
                .containsPattern("– tls, hello, auth, connections +not tried: .*not pass tcp")
                .contains("Confirmed: ", "What to do", "  1. ", "https://www.mongodb.com/docs/");
        assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).doesNotContain("\u001b"));
    }

    @Test
    void without_credentials_it_says_that_nobody_logged_in() {
        Scenario scenario = scenario("overloaded");
        Access access = lab.access(scenario);

        Run run = Run.of(
                "probe",
                "--resolver",
                access.resolver().toString(),
                "--reference-resolver",
                access.resolver().toString(),
                "--allow-network",
                "127.0.0.0/8",
                "--tls-ca-file",
                String.valueOf(access.caFile()),
                scenario.target());

        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        assertThat(run.out())
                .contains("✓ tls ", "✓ hello ")
                .containsPattern("– auth, connections +not tried: no credentials at hand");
    }

    @Test
    void an_authority_that_is_not_given_is_not_trusted() {
        Scenario scenario = scenario("overloaded");
        Access access = lab.access(scenario);

        Run run = Run.of(
                "probe",
                "-o",
                "json",
                "--resolver",
                access.resolver().toString(),
                "--allow-network",
                "127.0.0.0/8",
                scenario.target());

        assertThat(failed(run.json().path("stages")).path("reason").asText()).isEqualTo("untrusted");
        assertThat(run.json().path("leading").asText()).isEqualTo("tls-untrusted");
    }

    @Test
    void a_password_in_an_argument_is_used_and_told_of_once() {
        Scenario scenario = scenario("auth-failed");
        Access access = lab.access(scenario);

        Run run = Run.of(
                "probe",
                "--config",
                config.toString(),
                "--zone",
                access.zone(),
                access.connectionString().reveal());

        assertThat(run.err().lines())
                .containsExactly("mendline: the password in this argument is visible in process lists and shell"
                        + " histories; 'mendline probe -' reads the connection string from standard input");
        assertThat(run.out()).contains("✗ auth ").doesNotContain(password("auth-failed"));
    }

    @Test
    void an_address_is_a_target_and_a_private_one_needs_a_word() throws IOException {
        try (ClosedPort closed = ClosedPort.tcp()) {
            String target = "127.0.0.1:" + closed.port();

            Run refused = Run.of("probe", target);
            Run allowed = Run.of("probe", "--allow-network", "127.0.0.0/8", "-o", "json", target);

            assertThat(refused.exit()).isEqualTo(ExitCode.NO);
            assertThat(refused.out()).contains("inconclusive: not-allowed", "--allow-network 127.0.0.1/32");
            assertThat(probes(allowed.json().path("stages"))).containsExactly("tcp");
            assertThat(allowed.json().path("leading").asText()).isEqualTo("node-refuses");
        }
    }

    @Test
    void the_time_it_waits_can_be_told() throws IOException {
        try (DroppingPort dropped = DroppingPort.tcp(Ports.at(0))) {
            long began = System.nanoTime();

            Run run = Run.of(
                    "probe",
                    "--allow-network",
                    "127.0.0.0/8",
                    "--timeout",
                    "200ms",
                    "-o",
                    "json",
                    "127.0.0.1:" + dropped.at().getPort());

            assertThat(failed(run.json().path("stages")).path("reason").asText())
                    .isEqualTo("timed-out");
            assertThat(probes(run.json().path("stages"))).startsWith("tcp", "icmp");
            assertThat(System.nanoTime() - began).isLessThan(8_000_000_000L);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hunter2 is it | a host is needed: a name, an IP address, host:port, [IPv6]:port or a connection string",
                "n.example:99999 | the port must be a number from 1 to 65535",
                "mongodb+srv://u:hunter2@10.0.0.1/ | mongodb+srv needs a name, not an address",
                "mongodb://u:hunter2@ | not a connection string that drivers accept: It names no host",
                "mongodb://u:hunter2@h.example/?tlsCAFile=/nowhere.pem | tlsCAFile: the file /nowhere.pem cannot be read; allowed: a PEM file with certificates",
            })
    void what_is_no_target_is_a_usage_error_that_repeats_nothing_of_it(String target, String message) {
        Run run = Run.with(target + "\n", "probe", "-");

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).isEqualTo("mendline: " + message + System.lineSeparator());
        assertThat(run.out()).isEmpty();
    }

    @Test
    void wrong_options_are_usage_errors() {
        assertThat(Run.of("probe", "-").err())
                .isEqualTo("mendline: standard input is empty; expected a host or a connection string"
                        + System.lineSeparator());
        assertThat(Run.of("probe", "--zone", "moon", "h.example").err())
                .isEqualTo("mendline: no zone 'moon' is configured; configured zones: local" + System.lineSeparator());
        assertThat(Run.of("probe", "--tls-ca-file", "/nowhere.pem", "h.example").err())
                .startsWith("mendline: --tls-ca-file: the file /nowhere.pem cannot be read");
        Run timeout = Run.of("probe", "--timeout", "soon", "h.example");
        assertThat(timeout.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(timeout.err()).contains("'soon' is not a duration; allowed: a number with ms, s, m, h or d");
        Run resolver = Run.of("probe", "--resolver", "dns.example", "h.example");
        assertThat(resolver.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(resolver.err()).contains("'dns.example' is not a network");
        assertThat(Run.of("probe").exit()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void ctrl_c_ends_it_at_once_with_130(@TempDir Path own) throws Exception {
        assumeFalse(Spawned.deaf(), "this process was started deaf to Ctrl-C");
        try (DroppingPort dropped = DroppingPort.tcp(Ports.at(0));
                Spawned probing = Spawned.of(
                        own,
                        Map.of("mendline.progress", "true"),
                        "probe",
                        "--allow-network",
                        "127.0.0.0/8",
                        "--timeout",
                        "60s",
                        "127.0.0.1:" + dropped.at().getPort())) {
            probing.awaits(probing.err(), "probing tcp");

            assertThat(probing.interrupted(5_000)).isEqualTo(ExitCode.INTERRUPTED);
            assertThat(Files.readString(probing.out())).isEmpty();
            assertThat(Files.readString(probing.err())).doesNotContain("fault", "Exception");
        }
    }
}
