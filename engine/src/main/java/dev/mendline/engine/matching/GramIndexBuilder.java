package dev.mendline.engine.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Builder of a {@link GramIndex}. */
final class GramIndexBuilder {
    private record Entry(int bucket, int literal, int offset) {}

    private final LiteralBytes[] literals;
    private final Buckets buckets;
    private final GramSelector selector;
    private final char[] classes;
    private final List<Entry> entries = new ArrayList<>();

    GramIndexBuilder(LiteralBytes[] literals, GramFrequencies ordinary, Buckets buckets) {
        this.literals = literals;
        this.buckets = buckets;
        this.selector = new GramSelector(ordinary, buckets);
        this.classes = GramIndex.classes(buckets);
    }

    /** @param literal of at least 5 bytes */
    void add(int literal) {
        for (IndexedGram gram : selector.select(literals[literal])) {
            gram.grams().map(buckets::of).distinct().forEach(bucket -> {
                classes[bucket] |= GramIndex.first(gram.hasNext(), bucket);
                entries.add(new Entry(bucket, literal, gram.offset()));
                if (gram.hasNext()) {
                    classes[buckets.of(gram.next())] |= GramIndex.second(bucket);
                }
            });
        }
    }

    GramIndex build() {
        entries.sort(Comparator.comparingInt(Entry::bucket));
        int[] starts = new int[buckets.count() + 1];
        int[] flat = new int[GramIndex.ENTRY * entries.size()];
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
