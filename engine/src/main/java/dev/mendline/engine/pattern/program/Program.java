package dev.mendline.engine.pattern.program;

import java.util.List;

/** Compiled expression. Immutable and thread-safe. */
public final class Program {
    /** Limit of the visited states: 8 MB, enough for most patterns on a text of a megabyte. */
    private static final long MAX_STATES = 1 << 26;

    private final Instruction entry;
    private final Instruction[] instructions;
    private final int rows;
    private final int groups;
    private final StartScanner starts;

    Program(Instruction entry, List<Instruction> instructions, int rows, int groups, StartScanner starts) {
        this.entry = entry;
        this.instructions = instructions.toArray(Instruction[]::new);
        this.rows = rows;
        this.groups = groups;
        this.starts = starts;
    }

    /** Returns true if the visited states of a text of this length are within the limit. */
    public boolean fits(int length) {
        return (length + 1L) * rows <= MAX_STATES;
    }

    /** Returns the first position from {@code first} on where a match in {@code text[from, to)} can start, or -1. */
    public int nextStart(byte[] text, int from, int to, int first) {
        return starts.next(text, from, to, first);
    }

    /** Returns true if a match in {@code text[from, to)} can start at {@code at}. */
    public boolean canStartAt(byte[] text, int from, int to, int at) {
        return starts.canStartAt(text, from, to, at);
    }

    Instruction entry() {
        return entry;
    }

    Instruction instruction(int id) {
        return instructions[id];
    }

    /** Returns the number of instructions that record visited states. */
    int rows() {
        return rows;
    }

    int groups() {
        return groups;
    }
}
