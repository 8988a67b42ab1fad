package dev.mendline.engine.pattern.program;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Depth-first search with memory of the visited states. Its state is the text, the current position, the stack of
 * alternatives and the capture slots. Keeps its arrays from one search to the next. Not thread-safe.
 */
public final class Backtracker {
    private static final byte[] NO_BYTES = {};
    private static final int FRAME = 3;

    private final VisitedStates visited = new VisitedStates();
    private byte[] bytes = NO_BYTES;
    private int from;
    private int to;
    private int at;
    private int[] stack = new int[FRAME * 8];
    private int depth;
    private int[] slots = {};
    private int groups;
    private long steps;

    /**
     * Finds the first match in {@code text[begin, end)}.
     *
     * @param first the first possible start of a match, as {@link Program#nextStart} returns it
     * @return the start of the match, or -1
     */
    public int find(Program program, byte[] text, int begin, int end, int first) {
        open(program, text, begin, end, first, program.groups());
        try {
            int start = first;
            while (start >= 0 && !matches(program, start)) {
                start = start < end ? program.nextStart(text, begin, end, start + 1) : -1;
            }
            return start;
        } finally {
            close();
        }
    }

    /** Returns the end of the match that starts exactly at {@code start}, or -1. */
    public int endAt(Program program, byte[] text, int begin, int end, int start) {
        open(program, text, begin, end, start, 0);
        try {
            return matches(program, start) ? at : -1;
        } finally {
            close();
        }
    }

    /** Returns the end of the match that {@link #find} has found. */
    public int end() {
        return at;
    }

    /** Returns start and end of each named group of that match; -1 for a group that takes no part in it. */
    public int[] captured() {
        return Arrays.copyOf(slots, 2 * groups);
    }

    /** Returns the number of instructions and characters that the last search has visited. */
    long steps() {
        return steps;
    }

    private void open(Program program, byte[] text, int begin, int end, int first, int captured) {
        bytes = text;
        from = begin;
        to = end;
        groups = captured;
        steps = 0;
        if (slots.length < 2 * captured) {
            slots = new int[2 * captured];
        }
        visited.open(program.rows(), first, end);
    }

    private void close() {
        visited.close();
        bytes = NO_BYTES;
    }

    private boolean matches(Program program, int start) {
        at = start;
        depth = 0;
        Arrays.fill(slots, 0, 2 * groups, -1);
        Instruction next = program.entry();
        while (!(next instanceof Instruction.Accept)) {
            steps++;
            @Nullable Instruction after = next.step(this);
            while (after == null) {
                if (depth == 0) {
                    return false;
                }
                depth -= FRAME;
                after = program.instruction(stack[depth]).resume(this, stack[depth + 1], stack[depth + 2]);
            }
            next = after;
        }
        return true;
    }

    /** Pushes an alternative to try if the current branch fails. */
    void push(int instruction, int position, int detail) {
        if (depth + FRAME > stack.length) {
            stack = Arrays.copyOf(stack, 2 * stack.length);
        }
        stack[depth] = instruction;
        stack[depth + 1] = position;
        stack[depth + 2] = detail;
        depth += FRAME;
    }

    void save(int instruction, int slot) {
        if (slot >= 2 * groups) {
            return;
        }
        if (depth > 0) {
            push(instruction, slots[slot], 0);
        }
        slots[slot] = at;
    }

    void restore(int slot, int position) {
        slots[slot] = position;
    }

    void moveTo(int position) {
        at = position;
    }

    int at() {
        return at;
    }

    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    VisitedStates visited() {
        return visited;
    }

    void count(long more) {
        steps += more;
    }
}
