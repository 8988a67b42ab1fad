package dev.mendline.engine.pattern;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Some characters, one after the other. */
final class Literal extends Instruction {
    /** Below this a loop is done before a comparison of ranges has begun. */
    private static final int SHORT = 10;

    private static final byte[] LOWER = lower();

    private final byte[] characters;
    private final boolean isFolded;
    private final ByteSet first;
    private final Instruction next;

    Literal(Emitter emitter, LiteralRun run, Instruction next) {
        super(emitter);
        this.characters = run.characters().getBytes(StandardCharsets.US_ASCII);
        this.isFolded = run.folded();
        ByteSet only = ByteSet.of(characters[0]);
        this.first = isFolded ? only.folded() : only;
        this.next = next;
    }

    @Override
    @Nullable
    Instruction on(Run run) {
        int at = run.at();
        if (run.to() - at < characters.length || !isAt(run.bytes(), at)) {
            return null;
        }
        run.moveTo(at + characters.length);
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
    Look ahead() {
        return Look.at(first);
    }

    private static byte[] lower() {
        byte[] lower = new byte[ByteSet.VALUES];
        for (int c = 0; c < lower.length; c++) {
            lower[c] = (byte) (c >= 'A' && c <= 'Z' ? c + 32 : c);
        }
        return lower;
    }
}
