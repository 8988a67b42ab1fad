package dev.mendline.probes;

import dev.mendline.lab.dns.DnsServer;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.config.Secret;
import dev.mendline.model.journal.Finding;
import dev.mendline.model.net.Endpoint;
import dev.mendline.model.net.Network;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.ProbeRequest;
import dev.mendline.probes.dns.FakeDns;
import dev.mendline.probes.spi.ProbeSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** A zone whose resolvers are fakes, and requests from it. */
public record Lookout(List<Endpoint> resolvers, List<Endpoint> references, List<Network> allowed) {
    public static final String TARGET = "amber.q7f3k.mongodb.net";
    public static final String NODE = "amber-shard-00-00.q7f3k.mongodb.net";
    public static final String SRV = "_mongodb._tcp." + TARGET;
    public static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    public static final ProbeSettings QUICK = new ProbeSettings(
            Duration.ofMillis(400), Duration.ofMillis(400), Duration.ofMillis(400), Duration.ofSeconds(3), null);

    public static Lookout at(Endpoint... resolvers) {
        return new Lookout(List.of(resolvers), List.of(), List.of(Network.of("127.0.0.0/8")));
    }

    public static Lookout at(FakeDns resolver) {
        return at(resolver.endpoint());
    }

    public static Lookout at(DnsServer resolver) {
        return at(resolver.endpoint());
    }

    public Lookout comparedWith(Endpoint... references) {
        return new Lookout(resolvers, List.of(references), allowed);
    }

    public Lookout comparedWith(FakeDns reference) {
        return comparedWith(reference.endpoint());
    }

    public Lookout comparedWith(DnsServer reference) {
        return comparedWith(reference.endpoint());
    }

    public Lookout allowing(Network... networks) {
        return new Lookout(resolvers, references, List.of(networks));
    }

    public Inventory inventory() {
        return new Inventory(
                List.of(),
                List.of(new Inventory.Suffix("mongodb.net", allowed, List.of(), null)),
                List.of(new Inventory.Zone(
                        "local", resolvers, references, List.of("192.0.2.7"), List.of("*"), List.of())));
    }

    public Probes probes() {
        return new Probes(inventory(), Clock.fixed(NOW, ZoneOffset.UTC), QUICK);
    }

    public Finding run(String probe) {
        return probes().run(request(probe, TARGET, Node.of(NODE)));
    }

    public Finding run(String probe, String target, Node node) {
        return probes().run(request(probe, target, node));
    }

    public Finding run(String probe, Secret connectionString) {
        return probes().run(request(probe, TARGET, Node.of(NODE)), connectionString);
    }

    public static ProbeRequest request(String probe, String target, Node node) {
        return new ProbeRequest("r1", "q7f3k.mongodb.net", "i1", probe, target, node, "local", NOW.plusSeconds(60));
    }
}
