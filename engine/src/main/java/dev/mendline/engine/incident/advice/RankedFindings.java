package dev.mendline.engine.incident.advice;

import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.engine.incident.state.Check;
import dev.mendline.model.facts.Facts;
import dev.mendline.model.facts.ProbeKind;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The findings of one incident in the order in which sentences speak of them: from the services' own zones before others,
 * of the probes in question before others, failures first, and of these the one that got furthest.
 */
final class RankedFindings {
    private final IncidentEditor editor;
    private final List<Incident.Evidence> findings;

    /** {@code probes} are those that the sentence, or its cause, is about; empty for all. */
    RankedFindings(IncidentEditor editor, Collection<String> probes) {
        this.editor = editor;
        this.findings = editor.probes().findings().values().stream()
                .sorted(Comparator.comparing((Incident.Evidence found) ->
                                !editor.affected().zones().contains(found.zone()))
                        .thenComparing(found -> !probes.isEmpty() && !probes.contains(found.probe()))
                        .thenComparing(found -> found.outcome() != Outcome.Kind.FAILED)
                        .thenComparing(found -> -ProbeKind.order(found.probe()))
                        .thenComparing(found -> found.reason() != Reason.REFUSED)
                        .thenComparing(Check::of))
                .toList();
    }

    /** Returns the failure that the sentence is about. */
    Optional<Incident.Evidence> trouble() {
        return findings.stream()
                .filter(found -> found.outcome() == Outcome.Kind.FAILED)
                .findFirst();
    }

    /** Returns the node that failed, else the one that a log line names, else any known one. */
    Optional<Node> node() {
        return findings.stream()
                .filter(found -> found.outcome() == Outcome.Kind.FAILED && found.node() != null)
                .map(Incident.Evidence::node)
                .findFirst()
                .or(() -> editor.affected().nodes().stream()
                        .filter(node ->
                                node.host().equals(editor.logs().captures().host()))
                        .findFirst())
                .or(() -> editor.affected().nodes().stream().findFirst());
    }

    /** Returns the facts of one kind, those of the node in question first. */
    <T extends Facts> Stream<T> facts(Class<T> type) {
        return facts(type, found -> true);
    }

    /** Returns the facts of one kind that were found from the services' own zones. */
    <T extends Facts> Stream<T> factsHere(Class<T> type) {
        return facts(type, found -> editor.affected().zones().contains(found.zone()));
    }

    private <T extends Facts> Stream<T> facts(Class<T> type, Predicate<Incident.Evidence> some) {
        Node node = node().orElse(null);
        return findings.stream()
                .filter(some)
                .sorted(Comparator.comparing(
                        found -> found.node() == null || !found.node().equals(node)))
                .map(Incident.Evidence::facts)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
