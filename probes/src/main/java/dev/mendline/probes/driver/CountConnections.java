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

/** Asks for {@code serverStatus}, as little of it as can be asked for. */
final class CountConnections implements DriverTask {
    private static final BsonDocument QUESTION = BsonDocument.parse(
            "{serverStatus: 1, repl: 0, metrics: 0, locks: 0, wiredTiger: 0, tcmalloc: 0, opLatencies: 0}");
    /** These say that we may not look, not what there would be to see. */
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
    public Observation run(PinnedClient contact) {
        Stopwatch watch = contact.watch();
        contact.greet();
        Optional<ConnectionsFacts> facts = Replies.document(contact.run(QUESTION), "connections")
                .flatMap(connections -> facts(contact, connections));
        if (facts.isEmpty()) {
            return Observation.inconclusive(
                    Reason.NOT_AVAILABLE, contact.transcript("serverStatus: it does not count its connections for us"));
        }
        contact.note("serverStatus.connections: " + words(facts.get()) + " (" + watch.millis() + " ms)");
        return new Observation(new Outcome.Passed(), facts.get(), contact.transcript());
    }

    private static Optional<ConnectionsFacts> facts(PinnedClient contact, BsonDocument connections) {
        Optional<Long> current = Replies.count(connections, "current");
        Optional<Long> available = Replies.count(connections, "available");
        if (current.isEmpty() || available.isEmpty()) {
            return Optional.empty();
        }
        long created = Replies.count(connections, "totalCreated").orElse(0L);
        return Optional.of(facts(contact, current.get(), available.get(), created, null, null));
    }

    @Override
    public Observation failed(PinnedClient contact, Fault fault) {
        Outcome outcome = OURS.contains(fault.reason()) ? new Outcome.Inconclusive(fault.reason()) : fault.outcome();
        return new Observation(
                outcome,
                facts(contact, 0, 0, 0, fault.code(), fault.codeName()),
                contact.transcript("serverStatus: " + fault.words()));
    }

    private static ConnectionsFacts facts(
            PinnedClient contact,
            long current,
            long available,
            long created,
            @Nullable Integer code,
            @Nullable String codeName) {
        // In doubles, for a server may count up to anything.
        double all = Math.max(1, (double) current + available);
        return new ConnectionsFacts(
                contact.node().host(),
                contact.node().port(),
                contact.address(),
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
