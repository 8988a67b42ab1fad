package dev.mendline.engine.matching;

import java.util.stream.IntStream;

/**
 * Gram under which the index lists a literal. If the literal is long enough, the index also requires the gram that
 * follows it.
 *
 * @param offset of the gram in the literal; -1 if the gram begins with the byte before the literal
 */
record IndexedGram(LiteralBytes literal, int offset) {
    private static final int BYTES = 256;

    /** Returns true if the following gram lies within the literal too. */
    boolean hasNext() {
        return offset >= 0 && offset + 2 * Gram.LENGTH <= literal.length();
    }

    /** Returns the gram. If it reaches beyond the literal, returns one gram for each possible neighbouring byte. */
    IntStream grams() {
        if (offset < 0) {
            return neighbours().map(before -> Gram.of(before, literal.at(0), literal.at(1), literal.at(2)));
        }
        if (offset + Gram.LENGTH > literal.length()) {
            return neighbours()
                    .map(after -> Gram.of(literal.at(offset), literal.at(offset + 1), literal.at(offset + 2), after));
        }
        return IntStream.of(literal.gram(offset));
    }

    /** Returns the following gram; requires {@link #hasNext}. */
    int next() {
        return literal.gram(offset + Gram.LENGTH);
    }

    private static IntStream neighbours() {
        return IntStream.range(0, BYTES).filter(Gram::isFolded);
    }
}
