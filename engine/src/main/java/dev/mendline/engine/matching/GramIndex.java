package dev.mendline.engine.matching;

import dev.mendline.engine.matching.LiteralFilter.Sink;
import java.util.Arrays;

/**
 * Literals by their marks, and the pass over a text that looks for them. Each bucket of grams has eight bits for the
 * classes of marks that begin with one of its grams, and eight for those that go on with one. Only where a class has both,
 * in buckets of grams that follow each other in the text, the literals of the first bucket are compared.
 */
final class GramIndex {
    /** An entry: which literal, and where in it the gram begins. */
    static final int ENTRY = 2;

    private static final int CLASSES = 8;

    /** The class of marks that are one gram only: every gram goes on with them. */
    private static final int SINGLE = 1;

    private static final int ROUND = 4 * Windows.STRIDE;

    private final int shift;
    private final char[] classes;
    private final int[] starts;
    private final int[] entries;
    private final Needle[] needles;

    /**
     * @param classes of each bucket
     * @param starts where the entries of each bucket begin, and where those of the last end
     */
    GramIndex(Buckets buckets, char[] classes, int[] starts, int[] entries, Needle[] needles) {
        this.shift = buckets.shift();
        this.classes = classes;
        this.starts = starts;
        this.entries = entries;
        this.needles = needles;
    }

    /** The classes of buckets of which no mark is known yet. */
    static char[] classes(Buckets buckets) {
        char[] classes = new char[buckets.count()];
        Arrays.fill(classes, (char) (SINGLE << CLASSES));
        return classes;
    }

    /** The bit of a mark in the bucket of its first gram. */
    static char first(boolean pair, int bucket) {
        return (char) (pair ? SINGLE << (1 + bucket % (CLASSES - 1)) : SINGLE);
    }

    /** The bit of a pair in the bucket of its second gram, by the bucket of its first. */
    static char second(int bucket) {
        return (char) (first(true, bucket) << CLASSES);
    }

    /** Whether the sink wanted all. */
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
                if ((meet(first, second) | meet(second, third) | meet(third, fourth) | meet(fourth, next)) != 0
                        && !look(text, at, at + ROUND, from, to, sink)) {
                    return false;
                }
                first = next;
            }
            int second = classes(text, Math.min(at + 4, last));
            int third = classes(text, Math.min(at + 8, last));
            int fourth = classes(text, Math.min(at + 12, last));
            if ((meet(first, second) | meet(second, third) | meet(third, fourth) | (fourth & SINGLE)) != 0
                    && !look(text, at, last + 1, from, to, sink)) {
                return false;
            }
        }
        return scanRemainder(text, from, to, sink);
    }

    /** The classes that begin in one bucket and go on in the other. */
    private static int meet(int here, int next) {
        return here & (next >>> CLASSES);
    }

    private int classes(byte[] text, int at) {
        return classes[Buckets.of(Gram.at(text, at), shift)];
    }

    /** The last three bytes where no gram begins but one that reaches beyond the text, as those of short literals do. */
    private boolean scanRemainder(byte[] text, int from, int to, Sink sink) {
        if ((to - from) % Windows.STRIDE != 3) {
            return true;
        }
        int at = to - 3;
        int bucket = Buckets.of(Gram.of(text[at], text[at + 1], text[at + 2], 0), shift);
        return (classes[bucket] & SINGLE) == 0 || compare(text, at, bucket, from, to, sink);
    }

    /** At each of the positions looked at in {@code [start, end)}. */
    private boolean look(byte[] text, int start, int end, int from, int to, Sink sink) {
        int last = to - Gram.LENGTH;
        for (int at = start; at < end; at += Windows.STRIDE) {
            int bucket = Buckets.of(Gram.at(text, at), shift);
            if (meet(classes[bucket], classes(text, Math.min(at + Windows.STRIDE, last))) != 0
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
            if (needles[literal].standsAt(text, position, from, to) && !sink.found(literal, position)) {
                return false;
            }
        }
        return true;
    }
}
