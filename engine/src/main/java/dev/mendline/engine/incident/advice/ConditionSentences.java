package dev.mendline.engine.incident.advice;

import dev.mendline.engine.catalog.Cause;
import dev.mendline.engine.condition.Condition;
import dev.mendline.engine.condition.Evidence;
import dev.mendline.engine.incident.editor.IncidentEditor;
import java.util.List;

/** Sentences of the conditions of a cause that hold, with real names and numbers. */
public final class ConditionSentences {
    private final IncidentEditor editor;
    private final Cause cause;
    private final Evidence evidence;

    public ConditionSentences(IncidentEditor editor, Cause cause, Evidence evidence) {
        this.editor = editor;
        this.cause = cause;
        this.evidence = evidence;
    }

    /** Of the conditions that may decide. */
    public List<String> deciding(List<Condition> conditions) {
        return conditions.stream()
                .filter(condition -> condition.decides(evidence))
                .map(this::filled)
                .toList();
    }

    /** Of all that hold; where nothing was observed from the services' own zones the sentence says so. */
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
                .fill(" This was seen from zone {elsewhere} only, not from where {services} runs.");
    }
}
