package dev.mendline.engine.pattern;

import org.jspecify.annotations.Nullable;

/** A number of characters of a set. */
final class Characters extends Instruction {
    private final ByteSet set;
    private final boolean[] table;
    private final int count;
    private final Instruction next;

    Characters(Emitter emitter, ByteSet set, int count, Instruction next) {
        super(emitter);
        this.set = set;
        this.table = set.table();
        this.count = count;
        this.next = next;
    }

    @Override
    @Nullable
    Instruction on(Run run) {
        int end = run.at() + count;
        if (end > run.to()) {
            return null;
        }
        byte[] bytes = run.bytes();
        for (int at = run.at(); at < end; at++) {
            if (!table[bytes[at] & 0xff]) {
                return null;
            }
        }
        run.moveTo(end);
        return next;
    }

    @Override
    Look ahead() {
        return Look.at(set);
    }
}
