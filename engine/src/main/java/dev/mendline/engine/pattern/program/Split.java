package dev.mendline.engine.pattern.program;

import dev.mendline.engine.pattern.syntax.ByteSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Instruction that tries several branches in order of preference. */
final class Split extends Instruction {
    /** Number of branches up to which they are tried one by one, without a table. */
    private static final int FEW = 4;

    private final int row;
    private Instruction[] branches;

    /**
     * Table of the first possible branch, by the next byte and the branch to begin with. The number of branches stands
     * for none. Empty if there are few branches.
     */
    private char[][] table = {};

    /** @param row of the visited states */
    Split(int row, List<Instruction> branches) {
        this.row = row;
        this.branches = branches.toArray(Instruction[]::new);
    }

    /** Sets the branches of a loop, whose body is compiled after the split. */
    void setBranches(List<Instruction> all) {
        branches = all.toArray(Instruction[]::new);
    }

    @Override
    void prepare() {
        for (Instruction branch : branches) {
            branch.prepareFirstTable();
        }
        if (branches.length <= FEW) {
            return;
        }
        table = new char[ByteSet.VALUES][branches.length + 1];
        for (int c = 0; c < table.length; c++) {
            table[c][branches.length] = (char) branches.length;
            for (int branch = branches.length - 1; branch >= 0; branch--) {
                table[c][branch] = branches[branch].canStartWith(c) ? (char) branch : table[c][branch + 1];
            }
        }
    }

    @Override
    @Nullable
    Instruction step(Backtracker state) {
        return state.visited().add(row, state.at()) ? resume(state, state.at(), 0) : null;
    }

    @Override
    @Nullable
    Instruction resume(Backtracker state, int at, int first) {
        int branch = possible(state, at, first);
        if (branch == branches.length) {
            return null;
        }
        int other = possible(state, at, branch + 1);
        if (other < branches.length) {
            state.push(id(), at, other);
        }
        state.moveTo(at);
        return branches[branch];
    }

    private int possible(Backtracker state, int at, int first) {
        if (table.length > 0 && at < state.to()) {
            return table[state.bytes()[at] & 0xff][first];
        }
        int branch = first;
        while (branch < branches.length && !branches[branch].canStartAt(state, at)) {
            branch++;
        }
        return branch;
    }

    @Override
    FirstSet computeFirst() {
        FirstSet first = FirstSet.NONE;
        for (Instruction branch : branches) {
            first = first.or(branch.first());
        }
        return first;
    }
}
