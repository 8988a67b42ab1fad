package dev.mendline.engine.pattern.program;

import dev.mendline.engine.pattern.syntax.Assertion;
import org.jspecify.annotations.Nullable;

/** Instruction that tests a zero-width assertion. */
final class Assert extends Instruction {
    private final Assertion assertion;
    private final Instruction next;

    Assert(int id, Assertion assertion, Instruction next) {
        super(id);
        this.assertion = assertion;
        this.next = next;
    }

    @Override
    @Nullable
    Instruction step(MatchState state) {
        return assertion.holds(state.bytes(), state.from(), state.to(), state.at()) ? next : null;
    }

    @Override
    FirstSet computeFirst() {
        return next.first().after(assertion);
    }
}
