package dev.mendline.engine.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Enters literals into an index. */
final class GramIndexBuilder {
    private record Entry(int bucket, int literal, int offset) {}

    private final Needle[] needles;
    private final Buckets buckets;
    private final Windows windows;
    private final char[] classes;
    private final List<Entry> entries = new ArrayList<>();

    GramIndexBuilder(Needle[] needles, GramFrequencies ordinary, Buckets buckets) {
        this.needles = needles;
        this.buckets = buckets;
        this.windows = new Windows(ordinary, buckets);
        this.classes = GramIndex.classes(buckets);
    }

    /** @param literal of at least 5 bytes */
    void add(int literal) {
        for (Mark mark : windows.choose(needles[literal])) {
            mark.grams().map(buckets::of).distinct().forEach(bucket -> {
                classes[bucket] |= GramIndex.first(mark.isPair(), bucket);
                entries.add(new Entry(bucket, literal, mark.offset()));
                if (mark.isPair()) {
                    classes[buckets.of(mark.next())] |= GramIndex.second(bucket);
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
        return new GramIndex(buckets, classes, starts, flat, needles);
    }
}
