package dev.mendline.engine.pattern.program;

import org.jspecify.annotations.Nullable;

/** Instruction that saves the start or the end of a capture group. */
final class Save extends Instruction {
    private final int slot;
    private final Instruction next;

    Save(int id, int slot, Instruction next) {
        super(id);
        this.slot = slot;
        this.next = next;
    }

    @Override
    Instruction step(MatchState state) {
        state.save(id(), slot);
        return next;
    }

    /** Restores the slot. */
    @Override
    @Nullable
    Instruction resume(MatchState state, int before, int detail) {
        state.restore(slot, before);
        return null;
    }

    @Override
    FirstSet computeFirst() {
        return next.first();
    }
}
