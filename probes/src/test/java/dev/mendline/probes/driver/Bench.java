package dev.mendline.probes.driver;

import dev.mendline.lab.net.BoundPort;
import dev.mendline.lab.net.Front;
import dev.mendline.lab.net.Ports;
import dev.mendline.lab.peer.MongoPeer;
import dev.mendline.lab.peer.Script;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.config.Secret;
import dev.mendline.model.journal.Finding;
import dev.mendline.model.net.Endpoint;
import dev.mendline.model.net.Network;
import dev.mendline.model.probe.Node;
import dev.mendline.probes.Lookout;
import dev.mendline.probes.Probes;
import dev.mendline.probes.dns.FakeDns;
import dev.mendline.probes.spi.ProbeSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One probe at one peer, which is the only node of its deployment. */
record Bench(
        String probe,
        @Nullable String user,
        @Nullable String password,
        boolean tls,
        @Nullable Path authorities) {
    /** Time enough for two logins on a busy machine. */
    private static final ProbeSettings UNHURRIED = new ProbeSettings(
            Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(9), null);

    static Bench of(String probe) {
        return new Bench(probe, null, null, false, null);
    }

    Bench as(String name, String secret) {
        return new Bench(probe, name, secret, tls, authorities);
    }

    Bench trusting(@Nullable Path pem) {
        return new Bench(probe, user, password, true, pem);
    }

    Finding at(Supplier<Script> scripts) throws IOException {
        return at(Front.PLAIN, scripts);
    }

    Finding at(Front front, Supplier<Script> scripts) throws IOException {
        try (MongoPeer peer = MongoPeer.start(Ports.at(0), front, scripts)) {
            return at(peer);
        }
    }

    Finding at(BoundPort peer) {
        return at(peer.port(), null);
    }

    Finding at(int port, @Nullable Secret string, String... records) {
        try (FakeDns dns = dns(records)) {
            return run(dns, port, string, UNHURRIED);
        }
    }

    Finding run(FakeDns dns, int port, @Nullable Secret string, ProbeSettings settings) {
        Node node = new Node(Lookout.NODE, port);
        return new Probes(inventory(dns.endpoint(), port), Clock.systemUTC(), settings)
                .run(Lookout.request(probe, Lookout.TARGET, node), string);
    }

    static FakeDns dns(String... more) {
        String[] records = new String[more.length + 1];
        records[0] = Lookout.NODE + " A " + Ports.LOOPBACK;
        System.arraycopy(more, 0, records, 1, more.length);
        return FakeDns.knowing(records);
    }

    private Inventory inventory(Endpoint resolver, int port) {
        Inventory.Credentials credentials =
                user == null ? null : new Inventory.Credentials(user, Secret.of(password), null);
        return new Inventory(
                List.of(new Inventory.Target(
                        Lookout.TARGET,
                        List.of(),
                        List.of(),
                        null,
                        List.of(Network.of("127.0.0.0/8")),
                        List.of(port),
                        credentials,
                        tls,
                        authorities)),
                List.of(),
                List.of(new Inventory.Zone("local", List.of(resolver), List.of(), List.of(), List.of("*"), List.of())));
    }
}
