package dev.mendline.engine.pattern.program;

import org.jspecify.annotations.Nullable;

/** Depth-first search with memory of the visited states. Keeps its arrays from one search to the next. Not thread-safe. */
public final class Backtracker {
    private final MatchState state = new MatchState();

    /**
     * Finds the first match in {@code text[from, to)}.
     *
     * @param start the first possible start of a match, as {@link Program#nextStart} returns it
     * @return the start of the match, or -1
     */
    public int find(Program program, byte[] text, int from, int to, int start) {
        state.open(program, text, from, to, start, program.groups());
        try {
            int at = start;
            while (at >= 0 && !matches(program, at)) {
                at = at < to ? program.nextStart(text, from, to, at + 1) : -1;
            }
            return at;
        } finally {
            state.close();
        }
    }

    /** Returns the end of the match that starts exactly at {@code start}, or -1. */
    public int endAt(Program program, byte[] text, int from, int to, int start) {
        state.open(program, text, from, to, start, 0);
        try {
            return matches(program, start) ? state.at() : -1;
        } finally {
            state.close();
        }
    }

    /** Returns the end of the match that {@link #find} has found. */
    public int end() {
        return state.at();
    }

    /** Returns start and end of each named group of that match; -1 for a group that takes no part in it. */
    public int[] captured() {
        return state.captured();
    }

    /** Returns the number of instructions and characters that the last search has visited. */
    long steps() {
        return state.steps();
    }

    private boolean matches(Program program, int start) {
        state.start(start);
        Instruction next = program.entry();
        while (!(next instanceof Instruction.Accept)) {
            state.count(1);
            @Nullable Instruction after = next.step(state);
            while (after == null) {
                if (!state.pop()) {
                    return false;
                }
                after = program.instruction(state.poppedInstruction())
                        .resume(state, state.poppedPosition(), state.poppedDetail());
            }
            next = after;
        }
        return true;
    }
}
