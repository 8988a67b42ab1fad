package dev.mendline.engine.pattern.program;

import dev.mendline.engine.pattern.syntax.Assertion;
import dev.mendline.engine.pattern.syntax.ByteSet;
import org.jspecify.annotations.Nullable;

/** Instruction of a program. Immutable after the program is compiled. */
abstract class Instruction {
    private int id;
    private FirstSet first = FirstSet.NONE;
    private boolean[] firstTable = {};

    /** Sets the index of the instruction in its program. */
    final void setId(int index) {
        id = index;
    }

    /** Runs the instruction at the current position. Returns the next instruction, or null if this branch fails. */
    abstract @Nullable Instruction step(Backtracker state);

    /** Backtracks: takes the next alternative that the instruction has pushed, or returns null if there is none. */
    @Nullable
    Instruction resume(Backtracker state, int at, int detail) {
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
    final boolean canStartAt(Backtracker state, int at) {
        return at < state.to() ? firstTable[state.bytes()[at] & 0xff] : first.canMatchAtEnd();
    }

    /** Instruction that completes a match. */
    static final class Accept extends Instruction {
        @Override
        Instruction step(Backtracker state) {
            return this;
        }

        @Override
        FirstSet computeFirst() {
            return FirstSet.ACCEPT;
        }
    }

    /** Instruction that tests a zero-width assertion. */
    static final class Assert extends Instruction {
        private final Assertion assertion;
        private final Instruction next;

        Assert(Assertion assertion, Instruction next) {
            this.assertion = assertion;
            this.next = next;
        }

        @Override
        @Nullable
        Instruction step(Backtracker state) {
            return assertion.holds(state.bytes(), state.from(), state.to(), state.at()) ? next : null;
        }

        @Override
        FirstSet computeFirst() {
            return next.first().after(assertion);
        }
    }

    /** Instruction where several branches join. The second visit at the same position fails, because the first one failed. */
    static final class Join extends Instruction {
        private final int row;
        private final Instruction next;

        /** @param row of the visited states */
        Join(int row, Instruction next) {
            this.row = row;
            this.next = next;
        }

        @Override
        @Nullable
        Instruction step(Backtracker state) {
            return state.visited().add(row, state.at()) ? next : null;
        }

        @Override
        FirstSet computeFirst() {
            return next.first();
        }
    }

    /** Instruction that saves the start or the end of a capture group. */
    static final class Save extends Instruction {
        private final int slot;
        private final Instruction next;

        Save(int slot, Instruction next) {
            this.slot = slot;
            this.next = next;
        }

        @Override
        Instruction step(Backtracker state) {
            state.save(id(), slot);
            return next;
        }

        /** Restores the slot. */
        @Override
        @Nullable
        Instruction resume(Backtracker state, int before, int detail) {
            state.restore(slot, before);
            return null;
        }

        @Override
        FirstSet computeFirst() {
            return next.first();
        }
    }

    /**
     * First set of an instruction: an upper bound of what can follow where it starts.
     *
     * @param bytes the possible next characters
     * @param canMatchAtEnd true if it can match at the end of the text
     * @param canAccept true if a match can be complete without another character
     * @param hasAssertion true if the result also depends on the preceding character
     */
    record FirstSet(ByteSet bytes, boolean canMatchAtEnd, boolean canAccept, boolean hasAssertion) {
        static final FirstSet NONE = new FirstSet(ByteSet.NONE, false, false, false);
        static final FirstSet ACCEPT = new FirstSet(ByteSet.NONE, true, true, false);

        static FirstSet of(ByteSet bytes) {
            return new FirstSet(bytes, false, false, false);
        }

        FirstSet or(FirstSet other) {
            return new FirstSet(
                    bytes.plus(other.bytes),
                    canMatchAtEnd || other.canMatchAtEnd,
                    canAccept || other.canAccept,
                    hasAssertion || other.hasAssertion);
        }

        /** Returns the first set of an assertion that is followed by this. */
        FirstSet after(Assertion assertion) {
            return assertion == Assertion.TEXT_END
                    ? new FirstSet(ByteSet.NONE, canMatchAtEnd, false, false)
                    : new FirstSet(bytes, canMatchAtEnd, canAccept, true);
        }
    }
}
