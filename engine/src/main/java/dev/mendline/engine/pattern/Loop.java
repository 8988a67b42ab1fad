package dev.mendline.engine.pattern;

import org.jspecify.annotations.Nullable;

/** Characters of a set, any number of them or up to a number. */
final class Loop extends Instruction {
    private final ByteSet set;
    private final boolean[] table;
    private final int max;
    private final boolean isGreedy;
    private final int row;
    private final Instruction next;
    private boolean isPossessive;

    Loop(Emitter emitter, ByteSet set, int max, boolean isGreedy, Instruction next) {
        super(emitter);
        this.set = set;
        this.table = set.table();
        this.max = max;
        this.isGreedy = isGreedy;
        this.row = emitter.row();
        this.next = next;
    }

    /** What follows cannot begin inside the loop, so there is one end to it. */
    @Override
    void settle() {
        next.withOpening();
        Look after = next.look();
        isPossessive = !after.bytes().meets(set) && !after.isPlaced() && (isGreedy || !after.isDone());
    }

    @Override
    @Nullable
    Instruction on(Run run) {
        int at = run.at();
        if (!isPossessive && !isGreedy) {
            return run.marks().isNew(row, at) ? near(run, at, limit(run, at)) : null;
        }
        int end = end(run, at);
        if (end < at) {
            return null;
        }
        run.count(end - at);
        return far(run, end, isPossessive ? end : at);
    }

    private int end(Run run, int at) {
        if (max == Node.UNBOUNDED) {
            return run.marks().sweep(row, at, run, table);
        }
        return run.marks().isNew(row, at) ? run.skip(table, at, limit(run, at)) : -1;
    }

    private int limit(Run run, int at) {
        return max == Node.UNBOUNDED ? run.to() : Math.min(run.to(), at + max);
    }

    /** What was noted: the next place to go on from, and the last. */
    @Override
    @Nullable
    Instruction resume(Run run, int at, int last) {
        return isGreedy ? far(run, at, last) : again(run, at, last);
    }

    /** As far as possible, then nearer. */
    private @Nullable Instruction far(Run run, int from, int nearest) {
        int at = from;
        while (at >= nearest && !next.opens(run, at)) {
            at--;
        }
        run.count(from - at);
        if (at < nearest) {
            return null;
        }
        if (at > nearest) {
            run.note(this, at - 1, nearest);
        }
        run.moveTo(at);
        return next;
    }

    /** As near as possible, then farther. */
    private @Nullable Instruction near(Run run, int from, int farthest) {
        int at = from;
        while (!next.opens(run, at)) {
            if (!passes(run, at, farthest)) {
                return null;
            }
            at++;
        }
        if (at < farthest) {
            run.note(this, at, farthest);
        }
        run.moveTo(at);
        return next;
    }

    private @Nullable Instruction again(Run run, int at, int farthest) {
        return passes(run, at, farthest) ? near(run, at + 1, farthest) : null;
    }

    private boolean passes(Run run, int at, int farthest) {
        run.count(1);
        return at < farthest
                && table[run.bytes()[at] & 0xff]
                && (max != Node.UNBOUNDED || run.marks().isNew(row, at + 1));
    }

    @Override
    Look ahead() {
        return next.look().or(Look.at(set));
    }
}
