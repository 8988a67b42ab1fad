package dev.mendline.probes.driver;

import dev.mendline.model.facts.ConnectionsFacts;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.spi.Observation;
import dev.mendline.probes.spi.ProbeSettings;
import dev.mendline.probes.spi.Stopwatch;
import dev.mendline.probes.spi.Subject;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/** Task that runs {@code serverStatus} with as few sections as possible. */
final class ConnectionsTask implements DriverTask {
    private static final BsonDocument QUESTION = BsonDocument.parse(
            "{serverStatus: 1, repl: 0, metrics: 0, locks: 0, wiredTiger: 0, tcmalloc: 0, opLatencies: 0}");
    /** Reasons that concern our user and say nothing about connections. */
    private static final Set<Reason> OURS = Set.of(Reason.NOT_AUTHORIZED, Reason.AUTHENTICATION_FAILED);

    @Override
    public boolean verifies() {
        return true;
    }

    @Override
    public Login login(Subject subject, ProbeSettings settings) throws InterruptedException {
        return Login.of(subject, settings).ifAny();
    }

    @Override
    public Observation run(PinnedClient client) {
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
    public Observation failed(PinnedClient client, DriverFault fault) {
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
        // In doubles, for a server may count up to anything.
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
