package dev.mendline.engine.incident.diagnosis;

import dev.mendline.engine.condition.BlastRadius;
import dev.mendline.engine.condition.Condition;
import dev.mendline.engine.condition.Evidence;
import dev.mendline.engine.condition.ObservedSymptoms;
import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.model.incident.Incident;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Evidence of one incident, with the parts that tell a proof from a text that does not name the deployment.
 *
 * @param all all of it
 * @param named all but what only lines show that do not name the deployment
 * @param texts the texts without findings
 */
record Proof(Evidence all, Evidence named, Evidence texts) {
    static Proof of(IncidentEditor editor) {
        ObservedSymptoms shown = editor.logs().shown();
        ObservedSymptoms named = editor.logs().named();
        Evidence all = evidence(editor, shown);
        return named.equals(shown)
                ? new Proof(all, all, all)
                : new Proof(all, evidence(editor, named), Evidence.of(shown, BlastRadius.NONE, List.of(), List.of()));
    }

    /** Returns the evidence; only findings from the services' own zones can confirm or refute, so they are kept apart. */
    private static Evidence evidence(IncidentEditor editor, ObservedSymptoms texts) {
        Map<Boolean, List<Incident.Evidence>> byPlace = editor.probes().findings().values().stream()
                .collect(Collectors.partitioningBy(
                        found -> editor.affected().zones().contains(found.zone())));
        return Evidence.of(
                texts,
                editor.correlation().radius(),
                Objects.requireNonNull(byPlace.get(true)),
                Objects.requireNonNull(byPlace.get(false)));
    }

    Proof complete(boolean complete) {
        return new Proof(all.complete(complete), named.complete(complete), texts.complete(complete));
    }

    /** Returns true unless the condition decides only by texts that do not name the deployment. */
    boolean proves(Condition condition) {
        return condition.decides(named) || !condition.decides(texts);
    }

    /** Returns the symptoms without which one of the conditions would not hold. */
    static Set<String> decisive(IncidentEditor editor, Collection<Condition> conditions) {
        ObservedSymptoms shown = editor.logs().shown();
        TreeSet<String> decisive = new TreeSet<>();
        for (String symptom : shown.symptoms()) {
            Evidence rest = evidence(editor, shown.without(symptom));
            if (conditions.stream().anyMatch(condition -> !condition.holds(rest))) {
                decisive.add(symptom);
            }
        }
        return decisive;
    }
}
