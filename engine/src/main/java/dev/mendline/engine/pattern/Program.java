package dev.mendline.engine.pattern;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression as instructions. Unchanging. */
final class Program {
    /** Of a tree with every repetition written out. What is heavier is left to RE2/J. */
    private static final long MAX_WEIGHT = 8_000;

    /** Bits that a run may need: 8 MB, which its thread keeps, so that a text of a megabyte needs no RE2/J. */
    private static final long MAX_MARKS = 1 << 26;

    private final Instruction entry;
    private final Instruction[] instructions;
    private final int rows;
    private final int groups;
    private final Starts starts;

    Program(Instruction entry, List<Instruction> instructions, int rows, int groups, Starts starts) {
        this.entry = entry;
        this.instructions = instructions.toArray(Instruction[]::new);
        this.rows = rows;
        this.groups = groups;
        this.starts = starts;
    }

    /** Null when it would be too large. */
    static @Nullable Program of(Node tree, int groups) {
        return tree.weight() > MAX_WEIGHT ? null : Emitter.program(tree, groups);
    }

    boolean fits(int length) {
        return (length + 1L) * rows <= MAX_MARKS;
    }

    Instruction entry() {
        return entry;
    }

    Instruction instruction(int id) {
        return instructions[id];
    }

    int rows() {
        return rows;
    }

    int groups() {
        return groups;
    }

    Starts starts() {
        return starts;
    }
}
