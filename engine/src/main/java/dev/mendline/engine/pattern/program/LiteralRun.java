package dev.mendline.engine.pattern.program;

import dev.mendline.engine.pattern.syntax.ByteSet;
import dev.mendline.engine.pattern.syntax.Node;
import java.util.List;

/**
 * Run of single characters in a concatenation.
 *
 * @param folded true if letters match in either case; they are in lower case here
 */
record LiteralRun(String characters, boolean folded) {
    /** Returns the start of the longest run that ends before {@code end}. */
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

    /** Returns the run of these parts, which {@link #start} has found. */
    static LiteralRun of(List<Node> parts) {
        StringBuilder characters = new StringBuilder();
        boolean folded = false;
        for (Node part : parts) {
            ByteSet set = ((Node.CharacterClass) part).set();
            folded |= set.letter() >= 0;
            characters.append((char) Math.max(set.only(), set.letter()));
        }
        return new LiteralRun(characters.toString(), folded);
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
