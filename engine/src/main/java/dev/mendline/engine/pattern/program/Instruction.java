package dev.mendline.engine.pattern.program;

import dev.mendline.engine.pattern.syntax.ByteSet;
import org.jspecify.annotations.Nullable;

/** Instruction of a program. Immutable after the program is compiled. */
abstract class Instruction {
    private final int id;
    private FirstSet first = FirstSet.NONE;
    private boolean[] firstTable = {};

    /** @param id index of the instruction in its program */
    Instruction(int id) {
        this.id = id;
    }

    /** Runs the instruction at the current position. Returns the next instruction, or null if this branch fails. */
    abstract @Nullable Instruction step(MatchState state);

    /** Backtracks: takes the next alternative that the instruction has pushed, or returns null if there is none. */
    @Nullable
    Instruction resume(MatchState state, int at, int detail) {
        throw new IllegalStateException("the instruction pushes nothing");
    }

    /** Computes the first set from what is known of the following instructions. */
    abstract FirstSet computeFirst();

    /** Prepares the instruction when all first sets are known. */
    void prepare() {}

    /** Computes the first set again; returns true if it has grown. */
    final boolean updateFirst() {
        FirstSet before = first;
        first = before.or(computeFirst());
        return !first.equals(before);
    }

    final FirstSet first() {
        return first;
    }

    final int id() {
        return id;
    }

    /** Prepares {@link #canStartWith} and {@link #canStartAt}. */
    final void prepareFirstTable() {
        firstTable = first.canAccept() ? ByteSet.ALL.table() : first.bytes().table();
    }

    /** Returns true if the instruction can match a text that starts with this byte. */
    final boolean canStartWith(int c) {
        return firstTable[c];
    }

    /** Returns true if the instruction can match at a position, judged by the next byte alone. */
    final boolean canStartAt(MatchState state, int at) {
        return at < state.to() ? firstTable[state.bytes()[at] & 0xff] : first.canMatchAtEnd();
    }
}
