package dev.mendline.probes.driver;

import dev.mendline.model.facts.ConnectionsFacts;
import dev.mendline.model.facts.ProbeKind;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.guard.Guard;
import dev.mendline.probes.spi.Observation;
import dev.mendline.probes.spi.ProbeSettings;
import dev.mendline.probes.spi.Stopwatch;
import dev.mendline.probes.spi.Subject;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * Probe that counts a node's connections, as {@code mongosh --eval 'db.serverStatus().connections'} does. It passes if
 * the server returns the count, whatever it is. It is inconclusive if the user may not see it.
 */
public final class ConnectionsProbe extends DriverProbe {
    /** Asks for as few sections as possible. */
    private static final BsonDocument QUESTION = BsonDocument.parse(
            "{serverStatus: 1, repl: 0, metrics: 0, locks: 0, wiredTiger: 0, tcmalloc: 0, opLatencies: 0}");

    /** Reasons that concern our user and say nothing about connections. */
    private static final Set<Reason> OURS = Set.of(Reason.NOT_AUTHORIZED, Reason.AUTHENTICATION_FAILED);

    public ConnectionsProbe(ProbeSettings settings, Guard guard, Clock clock) {
        super(ProbeKind.CONNECTIONS, settings, guard, clock);
    }

    /** Without credentials it does not log in, which suits servers without users. */
    @Override
    Login login(Subject subject) throws InterruptedException {
        return super.login(subject).ifAny();
    }

    @Override
    Observation ask(PinnedClient client) {
        Stopwatch watch = client.watch();
        client.greet();
        Optional<ConnectionsFacts> facts = ReplyFields.document(client.run(QUESTION), "connections")
                .flatMap(connections -> facts(client, connections));
        if (facts.isEmpty()) {
            return Observation.inconclusive(
                    Reason.NOT_AVAILABLE, client.transcript("serverStatus: the reply has no connection counts"));
        }
        client.note("serverStatus.connections: " + words(facts.get()) + " (" + watch.millis() + " ms)");
        return new Observation(new Outcome.Passed(), facts.get(), client.transcript());
    }

    private static Optional<ConnectionsFacts> facts(PinnedClient client, BsonDocument connections) {
        Optional<Long> current = ReplyFields.count(connections, "current");
        Optional<Long> available = ReplyFields.count(connections, "available");
        if (current.isEmpty() || available.isEmpty()) {
            return Optional.empty();
        }
        long created = ReplyFields.count(connections, "totalCreated").orElse(0L);
        return Optional.of(facts(client, current.get(), available.get(), created, null, null));
    }

    @Override
    Observation failed(PinnedClient client, DriverFault fault) {
        Outcome outcome = OURS.contains(fault.reason()) ? new Outcome.Inconclusive(fault.reason()) : fault.outcome();
        return new Observation(
                outcome,
                facts(client, 0, 0, 0, fault.code(), fault.codeName()),
                client.transcript("serverStatus: " + fault.words()));
    }

    private static ConnectionsFacts facts(
            PinnedClient client,
            long current,
            long available,
            long created,
            @Nullable Integer code,
            @Nullable String codeName) {
        // In doubles, because a server may count up to anything.
        double all = Math.max(1, (double) current + available);
        return new ConnectionsFacts(
                client.node().host(),
                client.node().port(),
                client.address(),
                current,
                available,
                (int) (100 * (current / all)),
                created,
                code,
                codeName);
    }

    private static String words(ConnectionsFacts facts) {
        return facts.current() + " open, " + facts.available() + " available, " + facts.percent() + " % in use, "
                + facts.totalCreated() + " since it started";
    }
}
