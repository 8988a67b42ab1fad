package dev.mendline.engine.pattern;

import java.util.Arrays;

/**
 * Tries a program on a text, depth first, the best way first; the ways not yet taken are noted on a stack. Used again and
 * again by one thread.
 */
final class Run {
    private static final byte[] NO_BYTES = {};
    private static final int FRAME = 3;
    private static final int KEPT = 1 << 14;

    private final Marks marks = new Marks();
    private byte[] bytes = NO_BYTES;
    private int from;
    private int to;
    private int at;
    private int[] stack = new int[KEPT / 8];
    private int depth;
    private int[] slots = new int[0];
    private int groups;
    private long steps;

    /** The first match that begins at {@code first} or later; its beginning, or -1. Its end is where the run is then. */
    int find(Program program, Text text, int begin, int end, int first) {
        open(program, text, begin, end, first, program.groups());
        try {
            int start = program.starts().next(bytes, begin, end, first);
            while (start >= 0 && !matches(program, start)) {
                start = start < end ? program.starts().next(bytes, begin, end, start + 1) : -1;
            }
            return start;
        } finally {
            close();
        }
    }

    /** Where the match ends that begins at {@code start}, or -1. */
    int endAt(Program program, Text text, int begin, int end, int start) {
        open(program, text, begin, end, start, 0);
        try {
            return matches(program, start) ? at : -1;
        } finally {
            close();
        }
    }

    private void open(Program program, Text text, int begin, int end, int first, int captured) {
        bytes = text.bytes();
        from = begin;
        to = end;
        groups = captured;
        steps = 0;
        if (slots.length < 2 * captured) {
            slots = new int[2 * captured];
        }
        marks.open(program.rows(), first, end);
    }

    private void close() {
        marks.close();
        bytes = NO_BYTES;
        depth = 0;
        if (stack.length > KEPT) {
            stack = new int[KEPT];
        }
    }

    private boolean matches(Program program, int start) {
        at = start;
        depth = 0;
        Arrays.fill(slots, 0, 2 * groups, -1);
        Instruction next = program.entry();
        while (!(next instanceof Done)) {
            steps++;
            Instruction after = next.on(this);
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

    /** Notes a way to take when the present one fails. */
    void note(Instruction instruction, int where, int more) {
        if (depth + FRAME > stack.length) {
            stack = Arrays.copyOf(stack, 2 * stack.length);
        }
        stack[depth] = instruction.id();
        stack[depth + 1] = where;
        stack[depth + 2] = more;
        depth += FRAME;
    }

    void save(Instruction instruction, int slot) {
        if (slot >= 2 * groups) {
            return;
        }
        if (depth > 0) {
            note(instruction, slots[slot], 0);
        }
        slots[slot] = at;
    }

    void restore(int slot, int place) {
        slots[slot] = place;
    }

    /** The first place, {@code last} at the latest, where no character of the set stands. */
    int skip(boolean[] table, int first, int last) {
        int place = first;
        while (place < last && table[bytes[place] & 0xff]) {
            place++;
        }
        return place;
    }

    void moveTo(int place) {
        at = place;
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

    Marks marks() {
        return marks;
    }

    /** Where the named groups of the match begin and end; -1 where they take no part. */
    int[] captured() {
        return Arrays.copyOf(slots, 2 * groups);
    }

    void count(int places) {
        steps += places;
    }

    /** Instructions and characters that the last find looked at. */
    long steps() {
        return steps;
    }
}
