package dev.mendline.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.condition.BlastRadius;
import dev.mendline.engine.condition.Evidence;
import dev.mendline.engine.condition.ObservedSymptoms;
import dev.mendline.model.facts.ResolverAnswer;
import dev.mendline.model.facts.SrvFacts;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.log.JournalPosition;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogTest {
    private static final Catalog CATALOG = Catalog.builtIn();

    @Test
    void the_shipped_catalog_loads_and_every_symptom_has_a_cause() {
        assertThat(CATALOG.symptoms()).hasSizeGreaterThanOrEqualTo(9);
        assertThat(CATALOG.symptoms())
                .allSatisfy(symptom ->
                        assertThat(CATALOG.suspects(List.of(symptom.id()))).isNotEmpty());
        assertThat(CATALOG.hash())
                .matches("[0-9a-f]{12}")
                .isEqualTo(Catalog.builtIn().hash());
    }

    @Test
    void a_dead_resolver_beside_one_that_answers_confirms() {
        Cause cause = CATALOG.cause("resolver-unreachable").orElseThrow();

        assertThat(cause.conditions()
                        .confirm()
                        .get(0)
                        .holds(evidence(Reason.REFUSED, Reason.ANSWERED).complete(true)))
                .isTrue();
        assertThat(cause.conditions()
                        .confirm()
                        .get(0)
                        .holds(evidence(Reason.REFUSED, Reason.ANSWERED).complete(false)))
                .as("the resolver may yet answer for the nodes")
                .isFalse();
        assertThat(cause.conditions()
                        .confirm()
                        .get(0)
                        .holds(evidence(Reason.REFUSED, Reason.REFUSED).complete(true)))
                .isFalse();
        assertThat(cause.conditions().refute().get(0).holds(evidence(Reason.ANSWERED, Reason.ANSWERED)))
                .isTrue();
    }

    private static Evidence evidence(Reason system, Reason reference) {
        SrvFacts facts = new SrvFacts(
                "_mongodb._tcp.c.ab1cd.mongodb.net",
                List.of(new ResolverAnswer("10.0.0.2:53", "udp", system, 0, 1, system)),
                List.of(new ResolverAnswer("10.0.0.3:53", "udp", reference, 1, 1, reference)),
                List.of(Node.of("n.ab1cd.mongodb.net:27017")),
                false,
                List.of());
        return Evidence.of(
                new ObservedSymptoms(List.of("srv-refused"), List.of(), List.of(), List.of(), List.of(), List.of(), 0),
                BlastRadius.NONE,
                List.of(new Incident.Evidence(
                        "dns-srv",
                        null,
                        "local",
                        Outcome.Kind.FAILED,
                        system == Reason.ANSWERED ? Reason.OTHER : system,
                        facts,
                        Instant.EPOCH,
                        new JournalPosition(0, 1),
                        null)),
                List.of());
    }
}
