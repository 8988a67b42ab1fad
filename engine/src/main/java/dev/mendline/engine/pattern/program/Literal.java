package dev.mendline.engine.pattern.program;

import dev.mendline.engine.pattern.syntax.ByteSet;
import dev.mendline.engine.pattern.syntax.Node;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Instruction that matches a string. */
final class Literal extends Instruction {
    /** Length below which a loop is faster than {@link Arrays#equals}. */
    private static final int SHORT = 10;

    private static final byte[] LOWER = lower();

    /** Characters, in lower case if letters match in either case. */
    private final byte[] characters;

    private final boolean isFolded;
    private final ByteSet first;
    private final Instruction next;

    /** @param run the characters, which {@link #start} has found */
    Literal(List<Node> run, Instruction next) {
        this.characters = new byte[run.size()];
        boolean hasFolded = false;
        for (int i = 0; i < characters.length; i++) {
            ByteSet set = ((Node.CharacterClass) run.get(i)).set();
            hasFolded |= set.letter() >= 0;
            characters[i] = (byte) Math.max(set.only(), set.letter());
        }
        this.isFolded = hasFolded;
        ByteSet only = ByteSet.of(characters[0]);
        this.first = isFolded ? only.folded() : only;
        this.next = next;
    }

    /** Returns the start of the longest run of single characters that ends before {@code end}. */
    static int start(List<Node> parts, int end) {
        int start = end;
        boolean hasExact = false;
        boolean hasFolded = false;
        while (start > 0 && parts.get(start - 1) instanceof Node.CharacterClass one) {
            hasExact |= isLetter(one.set().only());
            hasFolded |= one.set().letter() >= 0;
            if ((hasExact && hasFolded) || (one.set().only() < 0 && one.set().letter() < 0)) {
                break;
            }
            start--;
        }
        return start;
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    @Override
    @Nullable
    Instruction step(Backtracker state) {
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
