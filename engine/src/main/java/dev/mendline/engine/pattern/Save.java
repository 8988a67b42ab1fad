package dev.mendline.engine.pattern;

import org.jspecify.annotations.Nullable;

/** Keeps the place where a named group begins or ends. */
final class Save extends Instruction {
    private final int slot;
    private final Instruction next;

    Save(Emitter emitter, int slot, Instruction next) {
        super(emitter);
        this.slot = slot;
        this.next = next;
    }

    @Override
    Instruction on(Run run) {
        run.save(this, slot);
        return next;
    }

    /** The way behind it failed: what was kept before holds again. */
    @Override
    @Nullable
    Instruction resume(Run run, int before, int more) {
        run.restore(slot, before);
        return null;
    }

    @Override
    Look ahead() {
        return next.look();
    }
}
