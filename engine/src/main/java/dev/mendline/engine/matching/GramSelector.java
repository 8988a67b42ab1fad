package dev.mendline.engine.matching;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Selects the grams under which the index lists each literal: the window of {@link #STRIDE} consecutive grams that is
 * rarest in ordinary logs. Grams that share a hash bucket count together.
 */
final class GramSelector {
    /**
     * Distance in bytes between two positions that the scan looks at. With as many consecutive grams, one of them falls
     * on such a position wherever the literal occurs.
     */
    static final int STRIDE = 4;

    /** Bytes of a whole window. The window of a shorter literal reaches beyond it by one byte at each side. */
    private static final int WINDOW = Gram.LENGTH + STRIDE - 1;

    private static final long MILLION = 1_000_000;

    private final Buckets buckets;
    private final long[] perMillion;

    GramSelector(GramFrequencies ordinary, Buckets buckets) {
        this.buckets = buckets;
        this.perMillion = new long[buckets.count()];
        ordinary.forEach((gram, frequency) -> perMillion[buckets.of(gram)] += frequency);
    }

    /** @param literal of at least 5 bytes */
    List<IndexedGram> select(LiteralBytes literal) {
        int overhang = literal.length() < WINDOW ? 1 : 0;
        int best = -overhang;
        long least = cost(literal, best);
        for (int start = best + 1; start <= literal.length() - WINDOW + overhang; start++) {
            long cost = cost(literal, start);
            if (cost < least) {
                best = start;
                least = cost;
            }
        }
        return window(literal, best).toList();
    }

    private static Stream<IndexedGram> window(LiteralBytes literal, int start) {
        return IntStream.range(start, start + STRIDE).mapToObj(offset -> new IndexedGram(literal, offset));
    }

    private long cost(LiteralBytes literal, int start) {
        return window(literal, start).mapToLong(this::cost).sum();
    }

    /**
     * Returns the expected number of false candidates. Two consecutive grams are not independent: both together are
     * about as frequent as the rarer one. The other one decides among equals.
     */
    private long cost(IndexedGram gram) {
        long first = gram.grams()
                .map(buckets::of)
                .distinct()
                .mapToLong(bucket -> perMillion[bucket])
                .sum();
        long second = gram.hasNext() ? perMillion[buckets.of(gram.next())] : MILLION;
        return Math.min(first, second) * MILLION + Math.max(first, second);
    }

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
                        .map(after ->
                                Gram.of(literal.at(offset), literal.at(offset + 1), literal.at(offset + 2), after));
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
}
