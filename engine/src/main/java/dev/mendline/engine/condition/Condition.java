package dev.mendline.engine.condition;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelVariableResolver;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A CEL expression over the evidence, and the sentence that it stands for. */
public final class Condition {
    private final String when;
    private final String because;
    private final CelRuntime.Program program;
    private final List<String> probes;
    private final Set<String> here;
    private final Set<String> elsewhere;
    private final boolean asksWhatElseFails;

    /** {@code names} are all that the expression refers to. */
    Condition(String when, String because, CelRuntime.Program program, Set<String> names) {
        this.when = when;
        this.because = because;
        this.program = program;
        this.probes = FactTypes.ids().stream()
                .filter(probe -> names.contains(FactTypes.here(probe)) || names.contains(FactTypes.elsewhere(probe)))
                .toList();
        this.here = FactTypes.ids().stream()
                .map(FactTypes::here)
                .filter(names::contains)
                .collect(Collectors.toUnmodifiableSet());
        this.elsewhere = FactTypes.ids().stream()
                .map(FactTypes::elsewhere)
                .filter(names::contains)
                .collect(Collectors.toUnmodifiableSet());
        this.asksWhatElseFails = names.stream().anyMatch(ConditionLanguage.RADIUS::contains);
    }

    /** The expression as it was written. */
    public String when() {
        return when;
    }

    /** One sentence, with placeholders. */
    public String because() {
        return because;
    }

    /** Ids of the probes whose findings it asks about. */
    public List<String> probes() {
        return probes;
    }

    /** Whether it asks what other zones see and nothing of what the services' own zones see. */
    public boolean asksElsewhereOnly() {
        return !elsewhere.isEmpty() && here.isEmpty();
    }

    /** Whether it asks how far the trouble reaches. */
    public boolean asksWhatElseFails() {
        return asksWhatElseFails;
    }

    /** Whether it holds. What cannot be computed from this evidence does not hold. */
    public boolean holds(Evidence evidence) {
        return evidence.holding(this);
    }

    /** Computes it. */
    boolean isTrue(CelVariableResolver variables) {
        try {
            return Boolean.TRUE.equals(program.eval(variables));
        } catch (CelEvaluationException e) {
            return false;
        }
    }

    /** Whether it compares zones and nothing of what it asks was observed from where the services live. */
    public boolean restsOnElsewhere(Evidence evidence) {
        return !elsewhere.isEmpty() && probes.stream().map(FactTypes::here).noneMatch(evidence.observed()::contains);
    }

    /**
     * Whether it holds and may decide: what another zone sees alone does not, so where it compares zones something of
     * what it asks must have been observed from where the services live.
     */
    public boolean decides(Evidence evidence) {
        return (elsewhere.isEmpty() || !Collections.disjoint(here, evidence.observed())) && holds(evidence);
    }
}
