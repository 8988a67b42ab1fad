package dev.mendline.engine.matching;

import dev.mendline.engine.matching.LiteralFilter.Sink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Hash index from grams to literals, and the scan of a text with it. Each indexed gram belongs to one of eight classes.
 * A bucket holds two sets of eight bits: the classes of its indexed grams, and the classes of the grams that a gram of
 * this bucket may follow. The scan compares literals only if two consecutive grams of the text share a class.
 */
final class GramIndex {
    /** Size of an entry: the literal, and the offset of the gram in it. */
    private static final int ENTRY = 2;

    private static final int CLASSES = 8;

    /** The class of indexed grams without a following gram; every gram may follow them. */
    private static final int SINGLE = 1;

    private static final int ROUND = 4 * GramSelector.STRIDE;

    private final int shift;
    private final char[] classes;
    private final int[] starts;
    private final int[] entries;
    private final LiteralBytes[] literals;

    /**
     * @param classes the two sets of bits of each bucket
     * @param starts the first entry of each bucket, then the end of the last bucket
     */
    private GramIndex(Buckets buckets, char[] classes, int[] starts, int[] entries, LiteralBytes[] literals) {
        this.shift = buckets.shift();
        this.classes = classes;
        this.starts = starts;
        this.entries = entries;
        this.literals = literals;
    }

    /** Returns the bit of an indexed gram in its own bucket. */
    private static char first(boolean hasNext, int bucket) {
        return (char) (hasNext ? SINGLE << (1 + bucket % (CLASSES - 1)) : SINGLE);
    }

    /** Returns the bit in the bucket of the following gram, for an indexed gram of this bucket. */
    private static char second(int bucket) {
        return (char) (first(true, bucket) << CLASSES);
    }

    /** Returns false if the sink stopped the scan. */
    boolean scan(byte[] text, int from, int to, Sink sink) {
        int last = to - Gram.LENGTH;
        int at = from;
        if (at <= last) {
            int first = classes(text, at);
            for (; at <= last - ROUND; at += ROUND) {
                int second = classes(text, at + 4);
                int third = classes(text, at + 8);
                int fourth = classes(text, at + 12);
                int next = classes(text, at + 16);
                if ((shared(first, second) | shared(second, third) | shared(third, fourth) | shared(fourth, next)) != 0
                        && !verify(text, at, at + ROUND, from, to, sink)) {
                    return false;
                }
                first = next;
            }
            int second = classes(text, Math.min(at + 4, last));
            int third = classes(text, Math.min(at + 8, last));
            int fourth = classes(text, Math.min(at + 12, last));
            if ((shared(first, second) | shared(second, third) | shared(third, fourth) | (fourth & SINGLE)) != 0
                    && !verify(text, at, last + 1, from, to, sink)) {
                return false;
            }
        }
        return scanRemainder(text, from, to, sink);
    }

    /** Returns the classes that two consecutive grams share. */
    private static int shared(int here, int next) {
        return here & (next >>> CLASSES);
    }

    private int classes(byte[] text, int at) {
        return classes[Buckets.of(Gram.at(text, at), shift)];
    }

    /** Scans the last three bytes, where only a gram that reaches beyond the text can begin. */
    private boolean scanRemainder(byte[] text, int from, int to, Sink sink) {
        if ((to - from) % GramSelector.STRIDE != 3) {
            return true;
        }
        int at = to - 3;
        int bucket = Buckets.of(Gram.of(text[at], text[at + 1], text[at + 2], 0), shift);
        return (classes[bucket] & SINGLE) == 0 || compare(text, at, bucket, from, to, sink);
    }

    /** Compares the candidates at each sampled position in {@code [start, end)}. */
    private boolean verify(byte[] text, int start, int end, int from, int to, Sink sink) {
        int last = to - Gram.LENGTH;
        for (int at = start; at < end; at += GramSelector.STRIDE) {
            int bucket = Buckets.of(Gram.at(text, at), shift);
            if (shared(classes[bucket], classes(text, Math.min(at + GramSelector.STRIDE, last))) != 0
                    && !compare(text, at, bucket, from, to, sink)) {
                return false;
            }
        }
        return true;
    }

    private boolean compare(byte[] text, int at, int bucket, int from, int to, Sink sink) {
        int end = starts[bucket + 1];
        for (int entry = starts[bucket]; entry < end; entry += ENTRY) {
            int literal = entries[entry];
            int position = at - entries[entry + 1];
            if (literals[literal].occursAt(text, position, from, to) && !sink.found(literal, position)) {
                return false;
            }
        }
        return true;
    }

    /** Builder of an index. */
    static final class Builder {
        private record Entry(int bucket, int literal, int offset) {}

        private final LiteralBytes[] literals;
        private final Buckets buckets;
        private final GramSelector selector;
        private final char[] classes;
        private final List<Entry> entries = new ArrayList<>();

        Builder(LiteralBytes[] literals, GramFrequencies ordinary, Buckets buckets) {
            this.literals = literals;
            this.buckets = buckets;
            this.selector = new GramSelector(ordinary, buckets);
            this.classes = new char[buckets.count()];
            Arrays.fill(classes, (char) (SINGLE << CLASSES));
        }

        /** @param literal of at least 5 bytes */
        void add(int literal) {
            for (GramSelector.IndexedGram gram : selector.select(literals[literal])) {
                gram.grams().map(buckets::of).distinct().forEach(bucket -> {
                    classes[bucket] |= first(gram.hasNext(), bucket);
                    entries.add(new Entry(bucket, literal, gram.offset()));
                    if (gram.hasNext()) {
                        classes[buckets.of(gram.next())] |= second(bucket);
                    }
                });
            }
        }

        GramIndex build() {
            entries.sort(Comparator.comparingInt(Entry::bucket));
            int[] starts = new int[buckets.count() + 1];
            int[] flat = new int[ENTRY * entries.size()];
            int end = 0;
            for (Entry entry : entries) {
                flat[end++] = entry.literal();
                flat[end++] = entry.offset();
                starts[entry.bucket() + 1] = end;
            }
            for (int bucket = 1; bucket < starts.length; bucket++) {
                starts[bucket] = Math.max(starts[bucket], starts[bucket - 1]);
            }
            return new GramIndex(buckets, classes, starts, flat, literals);
        }
    }
}
