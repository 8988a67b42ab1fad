package dev.mendline.engine.pattern;

import java.util.List;

/**
 * Characters that stand one after the other.
 *
 * @param folded whether each letter may be in either case; it is in lower case here
 */
record LiteralRun(String characters, boolean folded) {
    /** Where the longest run begins that ends before {@code end}. */
    static int start(List<Node> parts, int end) {
        int start = end;
        boolean hasExact = false;
        boolean hasFolded = false;
        while (start > 0 && parts.get(start - 1) instanceof Node.One one) {
            hasExact |= isLetter(one.set().only());
            hasFolded |= one.set().letter() >= 0;
            if ((hasExact && hasFolded) || (one.set().only() < 0 && one.set().letter() < 0)) {
                break;
            }
            start--;
        }
        return start;
    }

    /** Of single characters, as {@link #start} finds them. */
    static LiteralRun of(List<Node> parts) {
        StringBuilder characters = new StringBuilder();
        boolean folded = false;
        for (Node part : parts) {
            ByteSet set = ((Node.One) part).set();
            folded |= set.letter() >= 0;
            characters.append((char) Math.max(set.only(), set.letter()));
        }
        return new LiteralRun(characters.toString(), folded);
    }

    static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
