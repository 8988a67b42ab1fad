package dev.mendline.engine.pattern.program;

import dev.mendline.engine.pattern.syntax.ByteSet;
import org.jspecify.annotations.Nullable;

/** Instruction that matches a fixed number of characters of a set. */
final class Characters extends Instruction {
    private final ByteSet set;
    private final boolean[] table;
    private final int count;
    private final Instruction next;

    Characters(ByteSet set, int count, Instruction next) {
        this.set = set;
        this.table = set.table();
        this.count = count;
        this.next = next;
    }

    @Override
    @Nullable
    Instruction step(Backtracker state) {
        int end = state.at() + count;
        if (end > state.to()) {
            return null;
        }
        byte[] bytes = state.bytes();
        for (int at = state.at(); at < end; at++) {
            if (!table[bytes[at] & 0xff]) {
                return null;
            }
        }
        state.moveTo(end);
        return next;
    }

    @Override
    FirstSet computeFirst() {
        return FirstSet.of(set);
    }
}
