package dev.mendline.probes.net;

import static dev.mendline.probes.net.TlsWorld.LAB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.lab.net.BoundPort;
import dev.mendline.lab.net.Front;
import dev.mendline.lab.net.Ports;
import dev.mendline.lab.net.TcpFault;
import dev.mendline.lab.tls.Authority;
import dev.mendline.lab.tls.ServerIdentity;
import dev.mendline.lab.tls.TlsFront;
import dev.mendline.lab.tls.Validity;
import dev.mendline.model.Json;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.facts.TlsFacts;
import dev.mendline.model.journal.Finding;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.Lookout;
import dev.mendline.probes.ProbeContract;
import dev.mendline.probes.Probes;
import dev.mendline.probes.dns.FakeDns;
import dev.mendline.probes.spi.ProbeSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlsProbeTest extends ProbeContract {
    @TempDir
    static Path directory;

    private static Path ca;

    @BeforeAll
    static void write() throws IOException {
        ca = LAB.writePem(directory.resolve("ca.pem"));
    }

    @Override
    public String id() {
        return "tls";
    }

    private static TlsFacts facts(Finding finding) {
        return (TlsFacts) finding.facts();
    }

    private static Finding run(Front front) throws IOException {
        return run(front, TlsWorld.UNHURRIED);
    }

    private static Finding run(Front front, ProbeSettings settings) throws IOException {
        try (TlsWorld world = TlsWorld.behind(front).trusting(ca)) {
            return world.run(settings);
        }
    }

    @Test
    void passes_when_all_is_well_and_tells_what_it_saw() throws Exception {
        try (TlsWorld world = TlsWorld.behind(TlsFront.of(LAB.issue(Lookout.NODE, "other.example")))
                .trusting(ca)) {
            Finding finding = world.run();

            assertThat(finding.outcome()).isEqualTo(Outcome.Kind.PASSED);
            assertThat(facts(finding))
                    .isEqualTo(new TlsFacts(
                            Lookout.NODE,
                            world.node().port(),
                            "127.0.0.1",
                            "TLSv1.3",
                            null,
                            List.of(new TlsFacts.Certificate(
                                    "CN=" + Lookout.NODE,
                                    "CN=Lab authority",
                                    List.of(Lookout.NODE, "other.example"),
                                    "2020-01-01T00:00:00Z",
                                    "2089-12-31T23:59:59Z")),
                            "CN=Lab authority",
                            true,
                            true,
                            true));
            assertThat(String.join("\n", finding.transcript()))
                    .containsPattern("connect 127.0.0.1 port \\d+: open \\(\\d+ ms\\)")
                    .containsPattern("TLS with 127.0.0.1 port \\d+, server name " + Lookout.NODE
                            + ": TLSv1.3, TLS_\\w+ \\(\\d+ ms\\)")
                    .contains(
                            " 0 s:CN=" + Lookout.NODE + "\n   i:CN=Lab authority\n   v:NotBefore: 2020-01-01T00:00:00Z;"
                                    + " NotAfter: 2089-12-31T23:59:59Z\n   n:" + Lookout.NODE + ", other.example")
                    .contains("Verification: ok");
            assertThat(world.ended.await(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void sends_the_nodes_name_as_server_name() throws Exception {
        assertThat(run(TlsFront.requiringSni(LAB.issue(Lookout.NODE))).outcome())
                .isEqualTo(Outcome.Kind.PASSED);
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of(TlsFront.alerting(80), Reason.TLS_ALERT, 80, null, "alert 80 (internal_error)"),
                Arguments.of(TlsFront.alerting(40), Reason.TLS_ALERT, 40, null, "alert 40 (handshake_failure)"),
                Arguments.of(TlsFront.alerting(177), Reason.TLS_ALERT, 177, null, "alert 177"),
                Arguments.of(TlsFront.alerting(70), Reason.OLD_PROTOCOL, 70, null, "alert 70 (protocol_version)"),
                Arguments.of(TlsFront.alerting(0), Reason.TLS_CLOSED, null, null, "closed the connection without"),
                Arguments.of(TlsFront.hangingUp(), Reason.TLS_CLOSED, null, null, "closed the connection without"),
                Arguments.of(TlsFront.resetting(), Reason.RESET, null, null, "connection reset"),
                Arguments.of(TlsFront.oldProtocol(), Reason.OLD_PROTOCOL, null, "TLSv1.1", "the peer chose TLSv1.1"),
                Arguments.of(TlsFront.plain("SSH-2.0-x\r\n"), Reason.NOT_TLS, null, null, "the answer is not TLS"),
                Arguments.of(TlsFront.plain("x"), Reason.NOT_TLS, null, null, "the answer is not TLS"),
                Arguments.of(TlsFront.plain("\u0016HTTP"), Reason.NOT_TLS, null, null, "the answer is not TLS"),
                Arguments.of(TlsFront.silent(), Reason.TIMED_OUT, null, null, "no answer"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void names_what_broke_the_handshake(Front front, Reason reason, Integer alert, String protocol, String words)
            throws Exception {
        Finding finding = run(front, reason == Reason.TIMED_OUT ? Lookout.QUICK : TlsWorld.UNHURRIED);

        assertThat(finding.outcome()).isEqualTo(Outcome.Kind.FAILED);
        assertThat(finding.reason()).isEqualTo(reason);
        assertThat(facts(finding).address()).isEqualTo("127.0.0.1");
        assertThat(facts(finding).alert()).isEqualTo(alert);
        assertThat(facts(finding).protocol()).isEqualTo(protocol);
        assertThat(facts(finding).chain()).isEmpty();
        assertThat(finding.transcript()).last().asString().contains(words).contains(" ms)");
    }

    static Stream<Arguments> bad() {
        Authority other = Authority.create("Somebody else");
        ServerIdentity unknown = other.issue(Lookout.NODE);
        return Stream.of(
                Arguments.of(LAB.issue("*.q7f3k.mongodb.net"), null, "ok", true, true, true),
                Arguments.of(LAB.issue("other.example"), Reason.WRONG_NAME, "not valid for", true, false, true),
                Arguments.of(LAB.issue("*.mongodb.net"), Reason.WRONG_NAME, "not valid for", true, false, true),
                Arguments.of(
                        LAB.issue(Validity.EXPIRED, Lookout.NODE), Reason.EXPIRED, "has expired", true, true, false),
                Arguments.of(
                        LAB.issue(Validity.EXPIRED, "other.example"),
                        Reason.EXPIRED,
                        "certificate has expired; not valid for " + Lookout.NODE,
                        true,
                        false,
                        false),
                Arguments.of(
                        LAB.issue(Validity.NOT_YET, Lookout.NODE), Reason.NOT_YET_VALID, "not yet", true, true, false),
                Arguments.of(
                        ServerIdentity.selfSigned(Lookout.NODE),
                        Reason.SELF_SIGNED,
                        "self-signed certificate",
                        false,
                        true,
                        true),
                Arguments.of(
                        unknown, Reason.UNTRUSTED, "not issued by an authority that is trusted", false, true, true),
                Arguments.of(
                        unknown.with(other.certificate()),
                        Reason.UNTRUSTED,
                        "not issued by an authority",
                        false,
                        true,
                        true),
                Arguments.of(
                        LAB.issue(Lookout.NODE).with(LAB.certificate()), null, "Verification: ok", true, true, true));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void ends_the_handshake_and_then_judges_the_certificate(
            ServerIdentity identity, Reason reason, String words, boolean trusted, boolean name, boolean inDate)
            throws Exception {
        Finding finding = run(TlsFront.of(identity));

        assertThat(finding.reason()).isEqualTo(reason);
        assertThat(finding.outcome()).isEqualTo(reason == null ? Outcome.Kind.PASSED : Outcome.Kind.FAILED);
        assertThat(facts(finding).protocol()).isEqualTo("TLSv1.3");
        assertThat(facts(finding).chain()).hasSize(identity.chain().size());
        assertThat(List.of(
                        facts(finding).trusted(),
                        facts(finding).nameMatches(),
                        facts(finding).inDate()))
                .containsExactly(trusted, name, inDate);
        assertThat(finding.transcript())
                .last()
                .asString()
                .startsWith("Verification: ")
                .contains(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-10-31T23:59:59Z NOT_YET_VALID", "2026-11-01T00:00:00Z", "2026-12-01T00:00:01Z EXPIRED"})
    void looks_at_its_own_clock(String timeAndReason) throws Exception {
        String[] parts = timeAndReason.split(" ");
        Validity november = new Validity(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-12-01T00:00:00Z"));
        try (TlsWorld world = TlsWorld.behind(TlsFront.of(LAB.issue(november, Lookout.NODE)))
                .trusting(ca)
                .at(Instant.parse(parts[0]))) {
            assertThat(world.run().reason()).isEqualTo(parts.length == 1 ? null : Reason.valueOf(parts[1]));
        }
    }

    @Test
    void trusts_what_the_jdk_trusts_where_no_file_is_configured() throws Exception {
        try (TlsWorld world = TlsWorld.behind(TlsFront.of(LAB.issue(Lookout.NODE)))) {
            assertThat(world.run().reason()).isEqualTo(Reason.UNTRUSTED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing.pem", "empty.pem", "garbage.pem", "."})
    void names_the_file_with_authorities_that_it_cannot_read(String name) throws Exception {
        Files.writeString(directory.resolve("empty.pem"), "");
        Files.writeString(directory.resolve("garbage.pem"), "-----BEGIN CERTIFICATE-----\nx\n");
        Path file = directory.resolve(name);
        try (TlsWorld world =
                TlsWorld.behind(TlsFront.of(LAB.issue(Lookout.NODE))).trusting(file)) {
            Finding finding = world.run();

            assertThat(finding.outcome()).isEqualTo(Outcome.Kind.INCONCLUSIVE);
            assertThat(finding.reason()).isEqualTo(Reason.OTHER);
            assertThat(finding.transcript())
                    .singleElement()
                    .asString()
                    .startsWith("Cannot read the authorities in tls-ca-file " + file + ": ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"REFUSE REFUSED", "DROP TIMED_OUT"})
    void gives_the_reason_of_tcp_where_nothing_opens(String faultAndReason) throws Exception {
        String[] parts = faultAndReason.split(" ");
        try (BoundPort node = TcpFault.valueOf(parts[0]).at(Ports.at(0));
                TlsWorld world = TlsWorld.at(node)) {
            Finding finding = world.run(Lookout.QUICK);

            assertThat(finding.outcome()).isEqualTo(Outcome.Kind.FAILED);
            assertThat(finding.reason()).isEqualTo(Reason.valueOf(parts[1]));
            assertThat(facts(finding).address()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HALF_OPEN TIMED_OUT", "HANG_UP TLS_CLOSED"})
    void gives_its_own_reason_where_tcp_opens(String faultAndReason) throws Exception {
        String[] parts = faultAndReason.split(" ");
        try (BoundPort node = TcpFault.valueOf(parts[0]).at(Ports.at(0));
                TlsWorld world = TlsWorld.at(node)) {
            Finding finding = world.run(Lookout.QUICK);

            assertThat(finding.reason()).isEqualTo(Reason.valueOf(parts[1]));
            assertThat(facts(finding).address()).isEqualTo("127.0.0.1");
        }
    }

    /** Whether the reset comes before or after the kernel has told of the connection is chance. */
    @Test
    void gives_a_reset_as_such_however_early_it_comes() throws Exception {
        try (BoundPort node = TcpFault.RESET.at(Ports.at(0));
                TlsWorld world = TlsWorld.at(node)) {
            assertThat(world.run().reason()).isEqualTo(Reason.RESET);
        }
    }

    @Test
    void has_nothing_to_probe_where_the_configuration_says_that_there_is_no_tls() {
        Inventory.Target plain = new Inventory.Target(
                Lookout.TARGET,
                List.of("*.q7f3k.mongodb.net"),
                List.of(),
                null,
                List.of(),
                List.of(),
                null,
                false,
                null);
        try (FakeDns dns = FakeDns.silent()) {
            Inventory inventory = new Inventory(
                    List.of(plain), List.of(), Lookout.at(dns).inventory().zones());
            Finding finding = new Probes(inventory, Clock.fixed(Lookout.NOW, ZoneOffset.UTC), Lookout.QUICK)
                    .run(Lookout.request("tls", Lookout.TARGET, Node.of(Lookout.NODE)));

            assertThat(finding.outcome()).isEqualTo(Outcome.Kind.INCONCLUSIVE);
            assertThat(finding.reason()).isEqualTo(Reason.NOTHING_TO_PROBE);
            assertThat(finding.transcript())
                    .containsExactly("The configuration says that this deployment does not speak TLS");
            assertThat(dns.asked).isEmpty();
        }
    }

    @Test
    void keeps_hostile_text_of_a_certificate_out_of_facts_and_transcript() throws Exception {
        Authority hostile = Authority.create("\u202e\u001b[2J\r\n\u2028" + "x".repeat(5_000));
        Finding finding = run(TlsFront.of(hostile.issue("evil\u001b]0;x\u0007\n.example" + "y".repeat(5_000))));

        assertThat(finding.reason()).isEqualTo(Reason.UNTRUSTED);
        assertThat(facts(finding).issuer()).hasSizeLessThanOrEqualTo(100).startsWith("CN=");
        assertThat(facts(finding).chain().get(0).subject()).hasSizeLessThanOrEqualTo(100);
        assertThat(facts(finding).chain().get(0).names())
                .allSatisfy(name -> assertThat(name).hasSizeLessThanOrEqualTo(253));
        assertThat(finding.transcript()).allSatisfy(line -> assertThat(line).hasSizeLessThan(500));
        assertThat(Json.text(finding) + finding.transcript())
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}\u2028]")
                .doesNotContain("\\u00");
    }

    @Test
    void shows_five_names_of_many() throws Exception {
        String[] names = Stream.iterate(1, n -> n + 1)
                .limit(40)
                .map(n -> "n" + n + ".example")
                .toArray(String[]::new);

        assertThat(facts(run(TlsFront.of(LAB.issue(names)))).chain().get(0).names())
                .hasSize(5);
    }

    /** Every single byte comes in time, and the whole never does. */
    @Test
    void keeps_its_deadline_though_the_peer_goes_on_sending() throws Exception {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        Front trickling = socket -> {
            OutputStream out = socket.getOutputStream();
            out.write(new byte[] {22, 3, 3, 60, 0});
            timer.scheduleAtFixedRate(
                    () -> {
                        try {
                            out.write(2);
                        } catch (IOException gone) {
                            throw new IllegalStateException(gone);
                        }
                    },
                    0,
                    20,
                    TimeUnit.MILLISECONDS);
            return socket;
        };
        try {
            Finding finding = run(trickling, Lookout.QUICK);

            assertThat(finding.reason()).isEqualTo(Reason.TIMED_OUT);
            assertThat(finding.millis()).isLessThan(Lookout.QUICK.probe().toMillis());
        } finally {
            timer.shutdownNow();
        }
    }

    @Test
    void takes_a_record_longer_than_tls_allows_for_no_verdict() throws Exception {
        Finding finding = run(socket -> {
            byte[] huge = new byte[70_000];
            System.arraycopy(new byte[] {22, 3, 3, (byte) 0xff, (byte) 0xff}, 0, huge, 0, 5);
            socket.getOutputStream().write(huge);
            return socket;
        });

        assertThat(finding.outcome()).isEqualTo(Outcome.Kind.INCONCLUSIVE);
        assertThat(finding.reason()).isEqualTo(Reason.OTHER);
    }

    @Test
    void stops_on_interrupt_in_the_middle_of_a_handshake_and_closes_the_connection() throws Exception {
        try (TlsWorld world = TlsWorld.behind(TlsFront.silent())) {
            CompletableFuture<Finding> found = new CompletableFuture<>();
            Thread thread = new Thread(() -> found.complete(
                    world.probes(TlsWorld.UNHURRIED).run(Lookout.request("tls", Lookout.TARGET, world.node()))));
            thread.start();
            assertThat(world.met.await(5, TimeUnit.SECONDS)).isTrue();

            thread.interrupt();

            assertThat(found.get(3, TimeUnit.SECONDS).reason()).isEqualTo(Reason.INTERRUPTED);
            assertThat(world.ended.await(3, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void stops_on_interrupt_while_it_waits_for_a_connection() throws Exception {
        try (BoundPort node = TcpFault.DROP.at(Ports.at(0));
                TlsWorld world = TlsWorld.at(node)) {
            CompletableFuture<Finding> found = new CompletableFuture<>();
            Thread thread = new Thread(() -> found.complete(
                    world.probes(TlsWorld.UNHURRIED).run(Lookout.request("tls", Lookout.TARGET, world.node()))));
            thread.start();
            while (!Dials.pending()) {
                Thread.onSpinWait();
            }

            thread.interrupt();

            assertThat(found.get(3, TimeUnit.SECONDS).reason()).isEqualTo(Reason.INTERRUPTED);
        }
    }
}
