package dev.mendline.classifier;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Schedule of sites without open incidents that have data to expire. They rarely need a tick, rather than every few
 * seconds. If a tick comes too early because the broker's clock is behind, the next one follows an hour later.
 */
final class ExpirySchedule {
    private static final Duration SELDOM = Duration.ofHours(1);

    private final Map<String, Instant> whenOf = new HashMap<>();
    private final TreeMap<Instant, TreeSet<String>> byWhen = new TreeMap<>();
    private Instant woken = Instant.MIN;

    void clear() {
        whenOf.clear();
        byWhen.clear();
        woken = Instant.MIN;
    }

    void set(String site, Optional<Instant> when) {
        Instant before = whenOf.remove(site);
        if (before != null) {
            TreeSet<String> others = byWhen.getOrDefault(before, new TreeSet<>());
            others.remove(site);
            if (others.isEmpty()) {
                byWhen.remove(before);
            }
        }
        when.ifPresent(at -> {
            whenOf.put(site, at);
            byWhen.computeIfAbsent(at, same -> new TreeSet<>()).add(site);
        });
    }

    /** Returns true if a tick is due, by the local clock. */
    boolean wake(Instant now) {
        boolean due = !byWhen.isEmpty() && !now.isBefore(byWhen.firstKey());
        if (!due || now.isBefore(woken.plus(SELDOM))) {
            return false;
        }
        woken = now;
        return true;
    }

    /** Returns the sites with data to expire at this time of the journal. */
    SortedSet<String> due(Instant at) {
        TreeSet<String> due = new TreeSet<>();
        byWhen.headMap(at, true).values().forEach(due::addAll);
        return due;
    }
}
