package dev.mendline.engine.incident.advice;

import dev.mendline.engine.catalog.Cause;
import dev.mendline.engine.condition.Condition;
import dev.mendline.engine.condition.Evidence;
import dev.mendline.engine.incident.editor.IncidentEditor;
import java.util.List;

/** Sentences of the conditions of a cause that hold, with real names and numbers. */
public record ConditionSentences(IncidentEditor editor, Cause cause, Evidence evidence) {
    private static final String UNNAMED = " The text does not name the deployment; its service was seen to use it.";

    /** Returns those of the conditions that may decide. */
    public List<String> deciding(List<Condition> conditions) {
        return conditions.stream()
                .filter(condition -> condition.decides(evidence))
                .map(this::filled)
                .toList();
    }

    /** Returns those of the conditions that may decide, but only by lines that do not name the deployment. */
    public List<String> decidingUnnamed(List<Condition> conditions) {
        return deciding(conditions).stream().map(sentence -> sentence + UNNAMED).toList();
    }

    /** Returns those of all that hold; a sentence says so if nothing was observed from the services' own zones. */
    public List<String> holding(List<Condition> conditions) {
        return conditions.stream()
                .filter(condition -> condition.holds(evidence))
                .map(condition -> filled(condition) + (condition.restsOnElsewhere(evidence) ? elsewhereOnly() : ""))
                .toList();
    }

    private String filled(Condition condition) {
        return new PlaceholderValues(editor, condition.probes().isEmpty() ? cause.probes() : condition.probes())
                .fill(condition.because());
    }

    private String elsewhereOnly() {
        return new PlaceholderValues(editor, cause.probes())
                .fill(" This was seen from zone {elsewhere} only, not from the zone of {services}.");
    }
}
