package dev.mendline.engine.gap;

import dev.mendline.model.log.Unclassified;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collector of unclassified events into gaps, one per template. Not thread-safe. */
public final class GapCollector {
    /** Maximum number of templates, because distinct texts would fill the memory. */
    private static final int MAX = 20_000;

    private final Map<String, Gap> byTemplate = new HashMap<>();

    /** Counts one event; beyond the limit, only events of known templates. */
    public void add(Unclassified one) {
        if (byTemplate.size() < MAX || byTemplate.containsKey(one.template())) {
            byTemplate.merge(one.template(), Gap.of(one), Gap::and);
        }
    }

    /** Returns the gaps, the most frequent first. */
    public List<Gap> all() {
        return byTemplate.values().stream()
                .sorted(Comparator.comparingLong(Gap::count).reversed().thenComparing(Gap::template))
                .toList();
    }
}
