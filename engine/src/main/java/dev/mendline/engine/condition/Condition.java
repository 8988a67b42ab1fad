package dev.mendline.engine.condition;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelVariableResolver;
import dev.mendline.model.facts.ProbeKind;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** CEL expression over the evidence, with a sentence that explains it. */
public final class Condition {
    private final String when;
    private final String because;
    private final CelRuntime.Program program;
    private final List<String> probes;
    private final Set<String> here;
    private final boolean asksElsewhere;
    private final boolean asksWhatElseFails;

    /** Creates a condition; {@code names} are all variables of the expression. */
    Condition(String when, String because, CelRuntime.Program program, Set<String> names) {
        this.when = when;
        this.because = because;
        this.program = program;
        this.probes = Arrays.stream(ProbeKind.values())
                .map(ProbeKind::id)
                .filter(probe -> names.contains(FactTypes.here(probe)) || names.contains(FactTypes.elsewhere(probe)))
                .toList();
        this.here =
                probes.stream().map(FactTypes::here).filter(names::contains).collect(Collectors.toUnmodifiableSet());
        this.asksElsewhere = probes.stream().map(FactTypes::elsewhere).anyMatch(names::contains);
        this.asksWhatElseFails = !Collections.disjoint(names, ConditionLanguage.RADIUS);
    }

    public String when() {
        return when;
    }

    /** Returns the explaining sentence, with placeholders. */
    public String because() {
        return because;
    }

    public List<String> probes() {
        return probes;
    }

    /** Returns true if the condition uses findings of other zones and none of the services' zones. */
    public boolean asksElsewhereOnly() {
        return asksElsewhere && here.isEmpty();
    }

    public boolean asksWhatElseFails() {
        return asksWhatElseFails;
    }

    /** Returns true if the condition holds. A condition that cannot be evaluated does not hold. */
    public boolean holds(Evidence evidence) {
        return evidence.holding(this);
    }

    boolean isTrue(CelVariableResolver variables) {
        try {
            return Boolean.TRUE.equals(program.eval(variables));
        } catch (CelEvaluationException e) {
            return false;
        }
    }

    /** Returns true if the condition compares zones and nothing it uses was observed from the services' zones. */
    public boolean restsOnElsewhere(Evidence evidence) {
        return asksElsewhere && probes.stream().map(FactTypes::here).noneMatch(evidence.observed()::contains);
    }

    /** Returns true if it holds and may decide: comparing zones needs an observation from the services' zones. */
    public boolean decides(Evidence evidence) {
        return (!asksElsewhere || !Collections.disjoint(here, evidence.observed())) && holds(evidence);
    }
}
