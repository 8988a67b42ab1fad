package dev.mendline.engine.pattern;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several ways, the best first. */
final class Fork extends Instruction {
    private final int row;
    private Instruction[] ways;

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
