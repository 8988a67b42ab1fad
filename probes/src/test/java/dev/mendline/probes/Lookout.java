package dev.mendline.probes;

import dev.mendline.model.Endpoint;
import dev.mendline.model.Finding;
import dev.mendline.model.Inventory;
import dev.mendline.model.Network;
import dev.mendline.model.Node;
import dev.mendline.model.ProbeRequest;
import dev.mendline.model.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** A zone whose resolvers are fakes, and requests from it. */
record Lookout(List<Endpoint> resolvers, List<Endpoint> references, List<Network> allowed) {
    static final String TARGET = "amber.q7f3k.mongodb.net";
    static final String NODE = "amber-shard-00-00.q7f3k.mongodb.net";
    static final String SRV = "_mongodb._tcp." + TARGET;
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    static final ProbeSettings QUICK =
            new ProbeSettings(Duration.ofMillis(400), Duration.ofMillis(400), Duration.ofSeconds(2));

    static Lookout at(Endpoint... resolvers) {
        return new Lookout(List.of(resolvers), List.of(), List.of(Network.of("127.0.0.0/8")));
    }

    static Lookout at(FakeDns resolver) {
        return at(resolver.endpoint());
    }

    Lookout comparedWith(FakeDns reference) {
        return new Lookout(resolvers, List.of(reference.endpoint()), allowed);
    }

    Lookout allowing(Network... networks) {
        return new Lookout(resolvers, references, List.of(networks));
    }

    Inventory inventory() {
        return new Inventory(
                List.of(),
                List.of(new Inventory.Suffix("mongodb.net", allowed, List.of())),
                List.of(new Inventory.Zone(
                        "local", resolvers, references, List.of("192.0.2.7"), List.of("*"), List.of())));
    }

    Probes probes() {
        return new Probes(inventory(), Clock.fixed(NOW, ZoneOffset.UTC), QUICK);
    }

    Finding run(String probe) {
        return probes().run(request(probe, TARGET, Node.of(NODE)));
    }

    Finding run(String probe, String target, Node node) {
        return probes().run(request(probe, target, node));
    }

    Finding run(String probe, Secret connectionString) {
        return probes().run(request(probe, TARGET, Node.of(NODE)), connectionString);
    }

    static ProbeRequest request(String probe, String target, Node node) {
        return new ProbeRequest("r1", "q7f3k.mongodb.net", "i1", probe, target, node, "local", NOW.plusSeconds(60));
    }
}
