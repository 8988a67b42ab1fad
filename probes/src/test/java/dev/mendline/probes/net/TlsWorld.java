package dev.mendline.probes.net;

import dev.mendline.lab.net.BoundPort;
import dev.mendline.lab.net.Front;
import dev.mendline.lab.net.Listener;
import dev.mendline.lab.net.OrderedClose;
import dev.mendline.lab.net.Ports;
import dev.mendline.lab.tls.Authority;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.journal.Finding;
import dev.mendline.model.probe.Node;
import dev.mendline.probes.Lookout;
import dev.mendline.probes.Probes;
import dev.mendline.probes.dns.FakeDns;
import dev.mendline.probes.spi.ProbeSettings;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A node behind a front, a resolver that knows it, and probes that trust the lab's authority. */
final class TlsWorld implements AutoCloseable {
    /** For peers that answer, however busy the machine is. */
    static final ProbeSettings UNHURRIED = new ProbeSettings(
            Duration.ofSeconds(3), Duration.ofSeconds(6), Duration.ofSeconds(6), Duration.ofSeconds(30), null);

    static final Authority LAB = Authority.create("Lab authority");

    final CountDownLatch met = new CountDownLatch(1);
    final CountDownLatch ended = new CountDownLatch(1);
    private final BoundPort node;
    private final FakeDns dns;
    private @Nullable Path caFile;
    private Instant now = Lookout.NOW;

    private TlsWorld(BoundPort node) {
        this.node = node;
        this.dns = FakeDns.knowing(
                Lookout.SRV + " SRV 0 0 " + node.port() + " " + Lookout.NODE + ".", Lookout.NODE + " A 127.0.0.1");
    }

    private TlsWorld(Front front) throws IOException {
        this.node = Listener.start("test-node", Ports.at(0), socket -> converse(front, socket));
        this.dns = FakeDns.knowing(
                Lookout.SRV + " SRV 0 0 " + node.port() + " " + Lookout.NODE + ".", Lookout.NODE + " A 127.0.0.1");
    }

    static TlsWorld behind(Front front) throws IOException {
        return new TlsWorld(front);
    }

    static TlsWorld at(BoundPort node) {
        return new TlsWorld(node);
    }

    TlsWorld trusting(@Nullable Path file) {
        caFile = file;
        return this;
    }

    TlsWorld at(Instant instant) {
        now = instant;
        return this;
    }

    private void converse(Front front, Socket socket) throws IOException {
        met.countDown();
        try (Socket admitted = front.admit(socket)) {
            while (admitted.getInputStream().read() >= 0) {
                // The probe has nothing to say.
            }
        } finally {
            ended.countDown();
        }
    }

    Node node() {
        return new Node(Lookout.NODE, node.port());
    }

    Finding run() {
        return run(UNHURRIED);
    }

    Finding run(ProbeSettings settings) {
        return probes(settings).run(Lookout.request("tls", Lookout.TARGET, node()));
    }

    Probes probes(ProbeSettings settings) {
        Inventory given = Lookout.at(dns).inventory();
        Inventory.Suffix suffix = given.suffixes().get(0);
        Inventory trusting = new Inventory(
                List.of(),
                List.of(new Inventory.Suffix(suffix.suffix(), suffix.allowNetworks(), suffix.ports(), caFile)),
                given.zones());
        return new Probes(trusting, Clock.fixed(now, ZoneOffset.UTC), settings);
    }

    @Override
    public void close() {
        OrderedClose.all(dns, node);
    }
}
