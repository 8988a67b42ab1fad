package dev.mendline.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.mendline.lab.dns.DnsFault;
import dev.mendline.lab.dns.DnsServer;
import dev.mendline.lab.dns.ZoneData;
import dev.mendline.lab.net.ClosedPort;
import dev.mendline.lab.net.Ports;
import dev.mendline.model.Json;
import dev.mendline.model.config.Secret;
import dev.mendline.model.journal.Finding;
import dev.mendline.model.net.Endpoint;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.spi.ProbeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.Rcode;

/** What holds for every probe, whatever it looks at. */
@Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class ProbeContract {
    public static final Secret STRING =
            Secret.of("mongodb+srv://amber:s3cr3t@w0rd@" + Lookout.TARGET + "/?proxyPassword=hush");

    private static final int RUNS = 3;

    /** The probe's id. */
    public abstract String id();

    /** What it comes to when every resolver of the zone answers as {@code resolvers} says; null for a pass. */
    public @Nullable Reason expected(Reason resolvers) {
        return resolvers;
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "REFUSED",
                "TIMED_OUT",
                "NXDOMAIN",
                "NODATA",
                "SERVFAIL",
                "RCODE_REFUSED",
                "RCODE_OTHER",
                "MALFORMED"
            })
    public void gives_the_reason_that_its_broken_peer_gives(Reason reason) throws IOException {
        try (DnsServer broken = broken(reason);
                ClosedPort dead = ClosedPort.tcpAndUdp()) {
            Endpoint resolver =
                    reason == Reason.REFUSED ? new Endpoint(Ports.LOOPBACK, dead.port()) : broken.endpoint();

            Finding finding = Lookout.at(resolver).run(id());

            assertThat(finding.reason()).isEqualTo(expected(reason));
            assertThat(finding.outcome() == Outcome.Kind.PASSED).isEqualTo(expected(reason) == null);
            assertThat(finding.transcript()).isNotEmpty();
            assertThat(finding.vantage().resolvers()).containsExactly(resolver.toString());
        }
    }

    private static DnsServer broken(Reason reason) throws IOException {
        return DnsServer.start(ZoneData.of()
                .with(
                        switch (reason) {
                            case NXDOMAIN -> DnsFault.nxdomain();
                            case NODATA -> DnsFault.noData();
                            case SERVFAIL -> DnsFault.servfail();
                            case RCODE_REFUSED -> DnsFault.refused();
                            case RCODE_OTHER -> DnsFault.rcode(Rcode.NOTIMP);
                            case MALFORMED -> DnsFault.malformed();
                            default -> DnsFault.silence();
                        }));
    }

    private static DnsServer silent() throws IOException {
        return DnsServer.start(ZoneData.of().with(DnsFault.silence()));
    }

    @Test
    public void keeps_its_deadline_when_everything_is_silent() throws IOException {
        try (DnsServer one = silent();
                DnsServer two = silent()) {
            Finding finding = Lookout.at(one.endpoint(), two.endpoint())
                    .comparedWith(one)
                    .run(id(), Lookout.TARGET, new Node(Lookout.NODE, 30017));

            assertThat(finding.millis()).isLessThan(Lookout.QUICK.probe().toMillis());
        }
    }

    @Test
    public void stops_on_interrupt_and_says_so() throws Exception {
        try (DnsServer silent = silent()) {
            ProbeSettings patient = new ProbeSettings(
                    Duration.ofSeconds(3), Duration.ofSeconds(3), Duration.ofSeconds(3), Duration.ofSeconds(20), null);
            Probes probes = new Probes(Lookout.at(silent).inventory(), Clock.systemUTC(), patient);
            CompletableFuture<Finding> found = new CompletableFuture<>();
            CompletableFuture<Boolean> flag = new CompletableFuture<>();
            Thread thread = new Thread(() -> {
                found.complete(probes.run(Lookout.request(id(), Lookout.TARGET, Node.of(Lookout.NODE))));
                flag.complete(Thread.interrupted());
            });
            thread.start();
            while (silent.queries().isEmpty() && !found.isDone()) {
                Thread.onSpinWait();
            }
            thread.interrupt();

            Finding finding = found.get(30, TimeUnit.SECONDS);
            assertThat(finding.reason()).isEqualTo(expected(Reason.INTERRUPTED));
            assertThat(finding.outcome()).isEqualTo(Outcome.Kind.INCONCLUSIVE);
            // A probe that was done already may see the interrupt or not.
            assertThat(flag.get(30, TimeUnit.SECONDS) || finding.reason() != Reason.INTERRUPTED)
                    .isTrue();
        }
    }

    @Test
    public void leaves_no_socket_open() throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "needs /proc");
        try (DnsServer silent = silent();
                DnsServer cutting = DnsServer.start(
                        ZoneData.of(Lookout.NODE + " A 127.0.0.1").with(DnsFault.truncated()))) {
            Lookout lookout = Lookout.at(silent.endpoint(), cutting.endpoint());
            lookout.run(id());
            long before = sockets();

            for (int run = 0; run < RUNS; run++) {
                lookout.run(id());
            }

            // The peers are in this process, too, and hang up a moment later.
            long patience = System.nanoTime() + Duration.ofSeconds(5).toNanos();
            while (sockets() > before && System.nanoTime() < patience) {
                Thread.onSpinWait();
            }
            assertThat(sockets()).isLessThanOrEqualTo(before);
        }
    }

    private static long sockets() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.filter(ProbeContract::socket).count();
        }
    }

    private static boolean socket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException gone) {
            return false;
        }
    }

    @Test
    public void shows_no_secret_in_finding_or_log() throws IOException {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        try (DnsServer dns = DnsServer.start(ZoneData.of(Lookout.NODE + " A 127.0.0.1"))) {
            Finding finding = Lookout.at(dns).run(id(), STRING);

            assertThat(finding + Json.text(finding) + log.list)
                    .doesNotContain("s3cr3t")
                    .doesNotContain("w0rd")
                    .doesNotContain("hush");
        } finally {
            root.detachAppender(log);
        }
    }

    @Test
    public void looks_up_no_name_that_is_not_configured() throws IOException {
        try (DnsServer dns = silent()) {
            Finding finding = Lookout.at(dns).run(id(), "db.attacker.example", Node.of("db.attacker.example"));

            assertThat(dns.queries()).isEmpty();
            assertThat(finding.outcome()).isEqualTo(Outcome.Kind.INCONCLUSIVE);
            assertThat(finding.reason()).isEqualTo(expected(Reason.NOT_ALLOWED));
        }
    }

    @Test
    public void survives_the_wire() throws IOException {
        try (DnsServer dns = DnsServer.start(
                ZoneData.of(Lookout.NODE + " A 127.0.0.1", Lookout.SRV + " SRV 0 0 27017 " + Lookout.NODE + "."))) {
            Finding finding = Lookout.at(dns).run(id(), STRING);

            assertThat(Json.read(Json.bytes(finding), Finding.class)).isEqualTo(finding);
        }
    }
}
