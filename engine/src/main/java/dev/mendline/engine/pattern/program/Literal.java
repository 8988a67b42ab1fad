package dev.mendline.engine.pattern.program;

import dev.mendline.engine.pattern.syntax.ByteSet;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Instruction that matches a string. */
final class Literal extends Instruction {
    /** Length below which a loop is faster than {@link Arrays#equals}. */
    private static final int SHORT = 10;

    private static final byte[] LOWER = lower();

    private final byte[] characters;
    private final boolean isFolded;
    private final ByteSet first;
    private final Instruction next;

    Literal(int id, LiteralRun run, Instruction next) {
        super(id);
        this.characters = run.characters().getBytes(StandardCharsets.US_ASCII);
        this.isFolded = run.folded();
        ByteSet only = ByteSet.of(characters[0]);
        this.first = isFolded ? only.folded() : only;
        this.next = next;
    }

    @Override
    @Nullable
    Instruction step(MatchState state) {
        int at = state.at();
        if (state.to() - at < characters.length || !isAt(state.bytes(), at)) {
            return null;
        }
        state.moveTo(at + characters.length);
        return next;
    }

    private boolean isAt(byte[] bytes, int at) {
        if (isFolded) {
            return isFoldedAt(bytes, at);
        }
        if (characters.length >= SHORT) {
            return Arrays.equals(bytes, at, at + characters.length, characters, 0, characters.length);
        }
        for (int i = 0; i < characters.length; i++) {
            if (bytes[at + i] != characters[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean isFoldedAt(byte[] bytes, int at) {
        for (int i = 0; i < characters.length; i++) {
            if (LOWER[bytes[at + i] & 0xff] != characters[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    FirstSet computeFirst() {
        return FirstSet.of(first);
    }

    private static byte[] lower() {
        byte[] lower = new byte[ByteSet.VALUES];
        for (int c = 0; c < lower.length; c++) {
            lower[c] = (byte) (c >= 'A' && c <= 'Z' ? c + 32 : c);
        }
        return lower;
    }
}
