package dev.mendline.probes.driver;

import com.mongodb.connection.ServerDescription;
import dev.mendline.model.facts.HelloFacts;
import dev.mendline.model.facts.HelloFacts.Role;
import dev.mendline.model.facts.ProbeKind;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.guard.Guard;
import dev.mendline.probes.net.PeerCertificates;
import dev.mendline.probes.spi.Observation;
import dev.mendline.probes.spi.ProbeSettings;
import dev.mendline.probes.spi.Stopwatch;
import dev.mendline.probes.spi.Subject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Probe that runs {@code hello} at one node without a login, as {@code mongosh --eval 'db.hello()'} does. It accepts
 * every certificate, because nothing secret is sent and the reply is useful in any case. {@code tls} checks
 * certificates.
 */
public final class HelloProbe extends DriverProbe {
    private static final String SET_NAME = "[A-Za-z0-9._-]{1,100}";

    public HelloProbe(ProbeSettings settings, Guard guard, Clock clock) {
        super(ProbeKind.HELLO, settings, guard, clock);
    }

    @Override
    Login login(Subject subject) {
        return Login.NOBODY;
    }

    @Override
    PeerCertificates certificates(Subject subject) {
        return PeerCertificates.accepted();
    }

    @Override
    Observation ask(PinnedClient client) {
        Stopwatch watch = client.watch();
        ServerDescription server = client.greet();
        HelloFacts facts = facts(server, client);
        client.note("hello: " + words(facts) + " (" + watch.millis() + " ms)");
        if (server.isCompatibleWithDriver()) {
            return new Observation(new Outcome.Passed(), facts, client.transcript());
        }
        return new Observation(
                new Outcome.Failed(Reason.INCOMPATIBLE),
                facts,
                client.transcript(DriverFault.words(Reason.INCOMPATIBLE)));
    }

    @Override
    Observation failed(PinnedClient client, DriverFault fault) {
        return new Observation(fault.outcome(), nothing(client, fault), client.transcript("hello: " + fault.words()));
    }

    /** Converts the reply to facts. Texts that do not look like names are left out. */
    private static HelloFacts facts(ServerDescription server, PinnedClient client) {
        String set = server.getSetName();
        return new HelloFacts(
                client.node().host(),
                client.node().port(),
                client.address(),
                role(server),
                set != null && set.matches(SET_NAME) ? set : null,
                Stream.of(server.getHosts(), server.getPassives(), server.getArbiters())
                        .flatMap(hosts -> hosts.stream().sorted())
                        .flatMap(host -> node(host).stream())
                        .distinct()
                        .limit(HelloFacts.MAX_HOSTS)
                        .toList(),
                node(server.getPrimary()).orElse(null),
                server.getMinWireVersion(),
                server.getMaxWireVersion(),
                null,
                null);
    }

    /** Returns the facts if there was no reply, or an error. */
    private static HelloFacts nothing(PinnedClient client, DriverFault fault) {
        Node node = client.node();
        return new HelloFacts(
                node.host(),
                node.port(),
                client.address(),
                Role.UNKNOWN,
                null,
                List.of(),
                null,
                0,
                0,
                fault.code(),
                fault.codeName());
    }

    private static Optional<Node> node(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(Node::of);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Role role(ServerDescription server) {
        return switch (server.getType()) {
            case STANDALONE -> Role.STANDALONE;
            case REPLICA_SET_PRIMARY -> Role.PRIMARY;
            case REPLICA_SET_SECONDARY -> Role.SECONDARY;
            case REPLICA_SET_ARBITER -> Role.ARBITER;
            case REPLICA_SET_OTHER, REPLICA_SET_GHOST -> Role.OTHER;
            case SHARD_ROUTER -> Role.MONGOS;
            case LOAD_BALANCER -> Role.LOAD_BALANCER;
            case UNKNOWN -> Role.UNKNOWN;
        };
    }

    /** Returns e.g. {@code secondary of rs0, primary n0.example:27017, 3 members, wire versions 0–25}. */
    private static String words(HelloFacts facts) {
        StringBuilder words = new StringBuilder(facts.role().word());
        if (facts.setName() != null) {
            words.append(" of ").append(facts.setName());
            words.append(facts.primary() == null ? ", no primary" : ", primary " + facts.primary());
            words.append(", ").append(facts.hosts().size()).append(" members");
        }
        return words.append(", wire versions ")
                .append(facts.minWireVersion())
                .append('–')
                .append(facts.maxWireVersion())
                .toString();
    }
}
