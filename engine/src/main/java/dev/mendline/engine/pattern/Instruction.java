package dev.mendline.engine.pattern;

import org.jspecify.annotations.Nullable;

/** A step of a program. Unchanging once the program is settled. */
abstract class Instruction {
    private final int id;
    private Look look = Look.NOWHERE;
    private boolean[] opening = {};

    Instruction(Emitter emitter) {
        this.id = emitter.add(this);
    }

    /** Takes the step from where the run is; the next instruction, or null when this way leads nowhere. */
    abstract @Nullable Instruction on(Run run);

    /** Takes the next best way, from what was noted when this instruction was passed; null when there is none. */
    @Nullable
    Instruction resume(Run run, int at, int more) {
        throw new IllegalStateException("nothing was noted here");
    }

    /** By what is known so far of those that follow. */
    abstract Look ahead();

    /** Prepares what depends on how the others look. */
    void settle() {}

    /** Whether more became known. */
    final boolean lookAgain() {
        Look before = look;
        look = before.or(ahead());
        return !look.equals(before);
    }

    final Look look() {
        return look;
    }

    final int id() {
        return id;
    }

    /** So that {@link #opens} can be asked. */
    final Instruction withOpening() {
        opening = look.isDone() ? ByteSet.ALL.table() : look.bytes().table();
        return this;
    }

    /** Whether it can go on with that character. */
    final boolean opensWith(int c) {
        return opening[c];
    }

    /** Whether it is worth to go on here, by the next character alone. */
    final boolean opens(Run run, int at) {
        return at < run.to() ? opening[run.bytes()[at] & 0xff] : look.isOpenAtEnd();
    }
}
