package dev.mendline.engine.pattern;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several ways, the best first. */
final class Fork extends Instruction {
    /** Fewer are tried one after the other, which costs no memory. */
    private static final int MANY = 4;

    private final int row;
    private Instruction[] ways;

    /** By the next character and the way to begin with: the first way that is open; as many as there are for none. Empty where they are few. */
    private char[][] open = {};

    Fork(Emitter emitter, List<Instruction> ways) {
        super(emitter);
        this.row = emitter.row();
        this.ways = ways.toArray(Instruction[]::new);
    }

    /** For a loop, whose ways are known only when its body is made. */
    void decide(List<Instruction> all) {
        ways = all.toArray(Instruction[]::new);
    }

    @Override
    void settle() {
        for (Instruction way : ways) {
            way.withOpening();
        }
        if (ways.length <= MANY) {
            return;
        }
        open = new char[ByteSet.VALUES][ways.length + 1];
        for (int c = 0; c < open.length; c++) {
            open[c][ways.length] = (char) ways.length;
            for (int way = ways.length - 1; way >= 0; way--) {
                open[c][way] = ways[way].opensWith(c) ? (char) way : open[c][way + 1];
            }
        }
    }

    @Override
    @Nullable
    Instruction on(Run run) {
        return run.marks().isNew(row, run.at()) ? resume(run, run.at(), 0) : null;
    }

    @Override
    @Nullable
    Instruction resume(Run run, int at, int first) {
        int way = open(run, at, first);
        if (way == ways.length) {
            return null;
        }
        int other = open(run, at, way + 1);
        if (other < ways.length) {
            run.note(this, at, other);
        }
        run.moveTo(at);
        return ways[way];
    }

    private int open(Run run, int at, int first) {
        if (open.length > 0 && at < run.to()) {
            return open[run.bytes()[at] & 0xff][first];
        }
        int way = first;
        while (way < ways.length && !ways[way].opens(run, at)) {
            way++;
        }
        return way;
    }

    @Override
    Look ahead() {
        Look look = Look.NOWHERE;
        for (Instruction way : ways) {
            look = look.or(way.look());
        }
        return look;
    }
}
