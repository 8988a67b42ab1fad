package dev.mendline.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.mendline.model.Finding;
import dev.mendline.model.Json;
import dev.mendline.model.Node;
import dev.mendline.model.Outcome;
import dev.mendline.model.Reason;
import dev.mendline.model.Secret;
import dev.mendline.probes.dns.FakeDns;
import dev.mendline.probes.spi.ProbeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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

    /** The probe's id. */
    public abstract String id();

    /** What it comes to when every resolver of the zone answers with {@code resolvers} say. */
    public Reason expected(Reason resolvers) {
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
    public void gives_the_reason_that_its_broken_peer_gives(Reason reason) {
        try (FakeDns broken = broken(reason)) {
            Lookout lookout = reason == Reason.REFUSED ? Lookout.at(FakeDns.dead()) : Lookout.at(broken);

            Finding finding = lookout.run(id());

            assertThat(finding.reason()).isEqualTo(expected(reason));
            assertThat(finding.outcome()).isNotEqualTo(Outcome.Kind.PASSED);
            assertThat(finding.transcript()).isNotEmpty();
            assertThat(finding.vantage().resolvers())
                    .containsExactly(lookout.resolvers().get(0).toString());
        }
    }

    private static FakeDns broken(Reason reason) {
        return switch (reason) {
            case NXDOMAIN -> FakeDns.failing(Rcode.NXDOMAIN);
            case NODATA -> FakeDns.failing(Rcode.NOERROR);
            case SERVFAIL -> FakeDns.failing(Rcode.SERVFAIL);
            case RCODE_REFUSED -> FakeDns.failing(Rcode.REFUSED);
            case RCODE_OTHER -> FakeDns.failing(Rcode.NOTIMP);
            case MALFORMED -> FakeDns.garbled();
            default -> FakeDns.silent();
        };
    }

    @Test
    public void keeps_its_deadline_when_everything_is_silent() {
        try (FakeDns one = FakeDns.silent();
                FakeDns two = FakeDns.silent()) {
            Finding finding = Lookout.at(one.endpoint(), two.endpoint())
                    .comparedWith(one)
                    .run(id(), Lookout.TARGET, new Node(Lookout.NODE, 30017));

            assertThat(finding.millis()).isLessThan(Lookout.QUICK.probe().toMillis());
        }
    }

    @Test
    public void stops_on_interrupt_and_says_so() throws Exception {
        try (FakeDns silent = FakeDns.silent()) {
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
            while (silent.asked.isEmpty() && !found.isDone()) {
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
        try (FakeDns silent = FakeDns.silent();
                FakeDns cutting = FakeDns.truncating(Lookout.NODE + " A 127.0.0.1")) {
            Lookout lookout = Lookout.at(silent.endpoint(), cutting.endpoint());
            lookout.run(id());
            long before = sockets();

            lookout.run(id());

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
    public void shows_no_secret_in_finding_or_log() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        try (FakeDns dns = FakeDns.knowing(Lookout.NODE + " A 127.0.0.1")) {
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
    public void looks_up_no_name_that_is_not_configured() {
        try (FakeDns dns = FakeDns.silent()) {
            Finding finding = Lookout.at(dns).run(id(), "db.attacker.example", Node.of("db.attacker.example"));

            assertThat(dns.asked).isEmpty();
            assertThat(finding.outcome()).isEqualTo(Outcome.Kind.INCONCLUSIVE);
            assertThat(finding.reason()).isEqualTo(expected(Reason.NOT_ALLOWED));
        }
    }

    @Test
    public void survives_the_wire() {
        try (FakeDns dns =
                FakeDns.knowing(Lookout.NODE + " A 127.0.0.1", Lookout.SRV + " SRV 0 0 27017 " + Lookout.NODE + ".")) {
            Finding finding = Lookout.at(dns).run(id(), STRING);

            assertThat(Json.read(Json.bytes(finding), Finding.class)).isEqualTo(finding);
        }
    }
}
