package dev.mendline.engine.pattern.program;

import org.jspecify.annotations.Nullable;

/** Instruction where several branches join. The second visit at the same position fails, because the first one failed. */
final class Join extends Instruction {
    private final int row;
    private final Instruction next;

    /** @param row of the visited states */
    Join(int id, int row, Instruction next) {
        super(id);
        this.row = row;
        this.next = next;
    }

    @Override
    @Nullable
    Instruction step(MatchState state) {
        return state.visited().add(row, state.at()) ? next : null;
    }

    @Override
    FirstSet computeFirst() {
        return next.first();
    }
}
