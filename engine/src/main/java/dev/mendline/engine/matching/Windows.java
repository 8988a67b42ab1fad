package dev.mendline.engine.matching;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Chooses by which of its marks each literal is known: those that ordinary logs show least, also counting the other grams
 * that share a bucket with them.
 */
final class Windows {
    /** A text is looked at in steps of so many bytes, so a literal needs so many marks, one after the other. */
    static final int STRIDE = 4;

    /** A literal of fewer bytes has marks that reach beyond it, by one byte. */
    private static final int WHOLE = Gram.LENGTH + STRIDE - 1;

    private static final long MILLION = 1_000_000;

    private final Buckets buckets;
    private final long[] perMillion;

    Windows(GramFrequencies ordinary, Buckets buckets) {
        this.buckets = buckets;
        this.perMillion = new long[buckets.count()];
        ordinary.forEach((gram, frequency) -> perMillion[buckets.of(gram)] += frequency);
    }

    /** @param needle of at least 5 bytes */
    List<Mark> choose(Needle needle) {
        int overhang = needle.length() < WHOLE ? 1 : 0;
        int best = -overhang;
        long least = cost(needle, best);
        for (int start = best + 1; start <= needle.length() - WHOLE + overhang; start++) {
            long cost = cost(needle, start);
            if (cost < least) {
                best = start;
                least = cost;
            }
        }
        return marks(needle, best).toList();
    }

    private static Stream<Mark> marks(Needle needle, int start) {
        return IntStream.range(start, start + STRIDE).mapToObj(offset -> new Mark(needle, offset));
    }

    private long cost(Needle needle, int start) {
        return marks(needle, start).mapToLong(this::cost).sum();
    }

    /**
     * Grams that follow each other depend on each other, so a pair is at most as frequent as its rarer gram, and hardly
     * less; the other one counts among equals.
     */
    private long cost(Mark mark) {
        long first = mark.grams()
                .map(buckets::of)
                .distinct()
                .mapToLong(bucket -> perMillion[bucket])
                .sum();
        long second = mark.isPair() ? perMillion[buckets.of(mark.next())] : MILLION;
        return Math.min(first, second) * MILLION + Math.max(first, second);
    }
}
