package dev.mendline.engine.pattern.program;

/** Instruction that completes a match. */
final class Accept extends Instruction {
    Accept(int id) {
        super(id);
    }

    @Override
    Instruction step(MatchState state) {
        return this;
    }

    @Override
    FirstSet computeFirst() {
        return FirstSet.ACCEPT;
    }
}
