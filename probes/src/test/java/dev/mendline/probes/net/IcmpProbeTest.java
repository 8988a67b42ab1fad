package dev.mendline.probes.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mendline.model.config.Inventory;
import dev.mendline.model.facts.Attempt;
import dev.mendline.model.facts.IcmpFacts;
import dev.mendline.model.journal.Finding;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.Lookout;
import dev.mendline.probes.ProbeContract;
import dev.mendline.probes.Probes;
import dev.mendline.probes.dns.FakeDns;
import dev.mendline.probes.guard.Guard;
import dev.mendline.probes.spi.ProbeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IcmpProbeTest extends ProbeContract {
    @TempDir
    Path directory;

    @BeforeEach
    void needs_a_shell() {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs /bin/sh");
    }

    @Override
    public String id() {
        return "icmp";
    }

    /** A program that says that it runs and then does as told. */
    private Path ping(String... lines) throws IOException {
        String script = "#!/bin/sh\necho $$ > '" + pid() + ".new'\n/bin/mv '" + pid() + ".new' '" + pid() + "'\n"
                + String.join("\n", lines) + "\n";
        Path file = Files.writeString(directory.resolve("ping"), script);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private Path pid() {
        return directory.resolve("pid");
    }

    private static Probes probes(Path program, FakeDns dns, ProbeSettings settings) {
        Inventory inventory = Lookout.at(dns).inventory();
        return new Probes(
                inventory,
                Clock.fixed(Lookout.NOW, ZoneOffset.UTC),
                settings,
                List.of(new IcmpProbe(settings, new Guard(inventory), new Ping(program))));
    }

    private static Finding run(Path program, String... addresses) {
        return run(TlsWorld.UNHURRIED, program, addresses);
    }

    private static Finding run(ProbeSettings settings, Path program, String... addresses) {
        try (FakeDns dns = knowing(addresses)) {
            return probes(program, dns, settings).run(Lookout.request("icmp", Lookout.TARGET, Node.of(Lookout.NODE)));
        }
    }

    private static FakeDns knowing(String... addresses) {
        return FakeDns.knowing(Arrays.stream(addresses)
                .map(each -> Lookout.NODE + " A " + each)
                .toArray(String[]::new));
    }

    @Test
    void passes_when_the_echo_comes_back() throws Exception {
        Finding finding = run(ping("echo '64 bytes from 127.0.0.1: icmp_seq=1 ttl=64'"), "127.0.0.1");

        assertThat(finding.outcome()).isEqualTo(Outcome.Kind.PASSED);
        assertThat(((IcmpFacts) finding.facts()).attempts())
                .extracting(Attempt::address, Attempt::status)
                .containsExactly(tuple("127.0.0.1", Reason.ANSWERED));
        assertThat(finding.transcript()).last().asString().matches("ping -c 1 127.0.0.1: answered \\(\\d+ ms\\)");
    }

    @Test
    void gives_ping_one_echo_one_address_and_no_environment() throws Exception {
        Path seen = directory.resolve("seen");
        run(ping("printf '%s\\n' \"$*\" > '" + seen + "'", "/usr/bin/env >> '" + seen + "'"), "127.0.0.7");

        List<String> lines = Files.readAllLines(seen);
        assertThat(lines).first().isEqualTo("-n -c 1 127.0.0.7");
        assertThat(lines).contains("LC_ALL=C").noneMatch(line -> line.startsWith("HOME=") || line.startsWith("JAVA"));
    }

    @Test
    void says_that_silence_refutes_nothing() throws Exception {
        for (int exit : List.of(1, 2)) {
            Finding finding = run(
                    ping("echo '1 packets transmitted, 0 received, 100% packet loss, time 0ms'", "exit " + exit),
                    "127.0.0.1");

            assertThat(finding.outcome()).isEqualTo(Outcome.Kind.FAILED);
            assertThat(finding.reason()).isEqualTo(Reason.TIMED_OUT);
            assertThat(finding.transcript()).last().isEqualTo("That refutes nothing: many networks drop ICMP");
        }
    }

    @Test
    void tells_what_is_unreachable() throws Exception {
        Finding finding =
                run(ping("echo 'From 10.0.0.1 icmp_seq=1 Destination Host Unreachable'", "exit 1"), "127.0.0.1");

        assertThat(finding.reason()).isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void is_not_available_where_ping_may_not_send() throws Exception {
        Finding finding = run(ping("echo 'ping: socket: Operation not permitted' >&2", "exit 2"), "127.0.0.1");

        assertThat(finding.outcome()).isEqualTo(Outcome.Kind.INCONCLUSIVE);
        assertThat(finding.reason()).isEqualTo(Reason.NOT_AVAILABLE);
        assertThat(finding.facts()).isNull();
    }

    @Test
    void is_not_available_where_there_is_no_ping() {
        Finding finding = run(directory.resolve("missing"), "127.0.0.1");

        assertThat(finding.outcome()).isEqualTo(Outcome.Kind.INCONCLUSIVE);
        assertThat(finding.reason()).isEqualTo(Reason.NOT_AVAILABLE);
    }

    @Test
    void asks_every_address_and_is_content_with_one_that_answers() throws Exception {
        Finding finding = run(
                ping("[ \"$4\" = 127.0.0.2 ] && exit 0", "echo '100% packet loss'", "exit 1"),
                "127.0.0.1",
                "127.0.0.2");

        assertThat(finding.outcome()).isEqualTo(Outcome.Kind.PASSED);
        assertThat(((IcmpFacts) finding.facts()).attempts())
                .extracting(Attempt::status)
                .containsExactly(Reason.TIMED_OUT, Reason.ANSWERED);
    }

    @Test
    void destroys_a_ping_that_hangs() throws Exception {
        Finding finding = run(Lookout.QUICK, ping("/bin/sleep 60"), "127.0.0.1");

        assertThat(finding.reason()).isEqualTo(Reason.TIMED_OUT);
        assertThat(finding.millis()).isLessThan(Lookout.QUICK.probe().toMillis());
        gone();
    }

    @Test
    void destroys_a_ping_that_prints_without_end() throws Exception {
        Finding finding = run(Lookout.QUICK, ping("while :; do echo 64 bytes from somewhere; done"), "127.0.0.1");

        assertThat(finding.reason()).isEqualTo(Reason.TIMED_OUT);
        assertThat(finding.millis()).isLessThan(Lookout.QUICK.probe().toMillis());
        gone();
    }

    @Test
    void destroys_ping_on_interrupt() throws Exception {
        try (FakeDns dns = knowing("127.0.0.1")) {
            Probes probes = probes(ping("/bin/sleep 60"), dns, TlsWorld.UNHURRIED);
            CompletableFuture<Finding> found = new CompletableFuture<>();
            Thread thread = new Thread(
                    () -> found.complete(probes.run(Lookout.request("icmp", Lookout.TARGET, Node.of(Lookout.NODE)))));
            thread.start();
            while (!Files.exists(pid())) {
                Thread.onSpinWait();
            }

            thread.interrupt();

            assertThat(found.get(3, TimeUnit.SECONDS).reason()).isEqualTo(Reason.INTERRUPTED);
            gone();
        }
    }

    private void gone() throws Exception {
        long pid = Long.parseLong(Files.readString(pid()).strip());
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        if (process.isPresent()) {
            process.get().onExit().get(3, TimeUnit.SECONDS);
        }
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }
}
