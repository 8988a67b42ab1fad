package dev.mendline.engine.pattern;

import org.jspecify.annotations.Nullable;

/** Where several ways meet: whoever comes second to a place finds what the first has found, which was nothing. */
final class Join extends Instruction {
    private final int row;
    private final Instruction next;

    Join(Emitter emitter, Instruction next) {
        super(emitter);
        this.row = emitter.row();
        this.next = next;
    }

    @Override
    @Nullable
    Instruction on(Run run) {
        return run.marks().isNew(row, run.at()) ? next : null;
    }

    @Override
    Look ahead() {
        return next.look();
    }
}
