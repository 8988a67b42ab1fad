package dev.mendline.engine.catalogue;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;

/** A CEL expression over the evidence, and the sentence that it stands for. */
public final class Condition {
    private final String because;
    private final CelRuntime.Program program;

    Condition(String because, CelRuntime.Program program) {
        this.because = because;
        this.program = program;
    }

    /** One sentence, with placeholders. */
    public String because() {
        return because;
    }

    /** Whether it holds. What cannot be computed from this evidence does not hold. */
    public boolean holds(Evidence evidence) {
        try {
            return Boolean.TRUE.equals(program.eval(evidence.variables()));
        } catch (CelEvaluationException e) {
            return false;
        }
    }
}
