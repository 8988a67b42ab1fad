package dev.mendline.engine.gap;

import dev.mendline.model.log.Unclassified;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts what is unclassified together, one gap for each template. Not thread-safe. */
public final class GapCollector {
    /** Kinds that are told apart; texts of which every one is another would fill the memory. */
    private static final int MAX = 20_000;

    private final Map<String, Gap> byTemplate = new HashMap<>();

    /** Counts one more; beyond the bound only kinds that are known already. */
    public void add(Unclassified one) {
        if (byTemplate.size() < MAX || byTemplate.containsKey(one.template())) {
            byTemplate.merge(one.template(), Gap.of(one), Gap::and);
        }
    }

    /** The most frequent first. */
    public List<Gap> all() {
        return byTemplate.values().stream()
                .sorted(Comparator.comparingLong(Gap::count).reversed().thenComparing(Gap::template))
                .toList();
    }
}
