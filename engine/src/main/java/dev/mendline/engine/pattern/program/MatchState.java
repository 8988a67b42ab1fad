package dev.mendline.engine.pattern.program;

import java.util.Arrays;

/** State of a search: the text, the current position, the backtracking stack, the capture slots. Not thread-safe. */
final class MatchState {
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

    /** Opens a search in {@code text[begin, end)} from {@code first}, with so many captured groups. */
    void open(Program program, byte[] text, int begin, int end, int first, int captured) {
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

    void close() {
        visited.close();
        bytes = NO_BYTES;
    }

    /** Begins an attempt at a position. */
    void start(int position) {
        at = position;
        depth = 0;
        Arrays.fill(slots, 0, 2 * groups, -1);
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

    /** Pops the latest alternative, which the three methods below return. Returns false if there is none. */
    boolean pop() {
        if (depth == 0) {
            return false;
        }
        depth -= FRAME;
        return true;
    }

    int poppedInstruction() {
        return stack[depth];
    }

    int poppedPosition() {
        return stack[depth + 1];
    }

    int poppedDetail() {
        return stack[depth + 2];
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

    int[] captured() {
        return Arrays.copyOf(slots, 2 * groups);
    }

    void count(long more) {
        steps += more;
    }

    long steps() {
        return steps;
    }
}
