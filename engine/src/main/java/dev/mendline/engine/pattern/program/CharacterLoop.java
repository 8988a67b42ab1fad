package dev.mendline.engine.pattern.program;

import dev.mendline.engine.pattern.syntax.ByteSet;
import dev.mendline.engine.pattern.syntax.Node;
import org.jspecify.annotations.Nullable;

/** Instruction that matches any number of characters of a set, or up to a limit. */
final class CharacterLoop extends Instruction {
    private final ByteSet set;
    private final boolean[] table;
    private final int max;
    private final boolean isGreedy;
    private final int row;
    private final Instruction next;
    private boolean isPossessive;

    /** @param row of the visited states */
    CharacterLoop(int row, ByteSet set, int max, boolean isGreedy, Instruction next) {
        this.set = set;
        this.table = set.table();
        this.max = max;
        this.isGreedy = isGreedy;
        this.row = row;
        this.next = next;
    }

    /** Makes the loop possessive if what follows cannot start inside the loop. */
    @Override
    void prepare() {
        next.prepareFirstTable();
        FirstSet after = next.first();
        isPossessive = !after.bytes().intersects(set) && !after.hasAssertion() && (isGreedy || !after.canAccept());
    }

    @Override
    @Nullable
    Instruction step(Backtracker state) {
        int at = state.at();
        if (!isPossessive && !isGreedy) {
            return state.visited().add(row, at) ? shortest(state, at, limit(state, at)) : null;
        }
        int end = end(state, at);
        if (end < at) {
            return null;
        }
        state.count(end - at);
        return longest(state, end, isPossessive ? end : at);
    }

    private int end(Backtracker state, int at) {
        if (max == Node.UNBOUNDED) {
            return state.visited().sweep(row, at, state.bytes(), state.to(), table);
        }
        return state.visited().add(row, at) ? VisitedStates.skip(state.bytes(), table, at, limit(state, at)) : -1;
    }

    private int limit(Backtracker state, int at) {
        return max == Node.UNBOUNDED ? state.to() : Math.min(state.to(), at + max);
    }

    /** Continues from {@code at} towards {@code last}. */
    @Override
    @Nullable
    Instruction resume(Backtracker state, int at, int last) {
        return isGreedy ? longest(state, at, last) : longer(state, at, last);
    }

    /** Tries the longest repetition first. */
    private @Nullable Instruction longest(Backtracker state, int from, int nearest) {
        int at = from;
        while (at >= nearest && !next.canStartAt(state, at)) {
            at--;
        }
        state.count(from - at);
        if (at < nearest) {
            return null;
        }
        if (at > nearest) {
            state.push(id(), at - 1, nearest);
        }
        state.moveTo(at);
        return next;
    }

    /** Tries the shortest repetition first. */
    private @Nullable Instruction shortest(Backtracker state, int from, int farthest) {
        int at = from;
        while (!next.canStartAt(state, at)) {
            if (!passes(state, at, farthest)) {
                return null;
            }
            at++;
        }
        if (at < farthest) {
            state.push(id(), at, farthest);
        }
        state.moveTo(at);
        return next;
    }

    private @Nullable Instruction longer(Backtracker state, int at, int farthest) {
        return passes(state, at, farthest) ? shortest(state, at + 1, farthest) : null;
    }

    private boolean passes(Backtracker state, int at, int farthest) {
        state.count(1);
        return at < farthest
                && table[state.bytes()[at] & 0xff]
                && (max != Node.UNBOUNDED || state.visited().add(row, at + 1));
    }

    @Override
    FirstSet computeFirst() {
        return next.first().or(FirstSet.of(set));
    }
}
