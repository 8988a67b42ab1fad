package dev.mendline.engine.matching;

import java.util.stream.IntStream;

/**
 * What shows that a literal may stand in a text: a gram of it at a position that is looked at, and where the literal is
 * long enough the next gram besides.
 *
 * @param offset where in the literal the gram begins; -1 where it begins with the byte before it
 */
record Mark(Needle needle, int offset) {
    private static final int BYTES = 256;

    /** Whether the gram that follows lies within the literal too. */
    boolean isPair() {
        return offset >= 0 && offset + 2 * Gram.LENGTH <= needle.length();
    }

    /** The gram; where it reaches beyond the literal, one for each byte that may stand there. */
    IntStream grams() {
        if (offset < 0) {
            return neighbours().map(before -> Gram.of(before, needle.at(0), needle.at(1), needle.at(2)));
        }
        if (offset + Gram.LENGTH > needle.length()) {
            return neighbours()
                    .map(after -> Gram.of(needle.at(offset), needle.at(offset + 1), needle.at(offset + 2), after));
        }
        return IntStream.of(needle.gram(offset));
    }

    /** The gram that follows, of a pair. */
    int next() {
        return needle.gram(offset + Gram.LENGTH);
    }

    private static IntStream neighbours() {
        return IntStream.range(0, BYTES).filter(Gram::holds);
    }
}
