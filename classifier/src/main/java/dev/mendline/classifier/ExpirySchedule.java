package dev.mendline.classifier;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Schedule of sites without open incidents that have data to expire. They rarely need a tick, rather than every few
 * seconds. If a tick comes too early because the broker's clock is behind, the next one follows an hour later.
 */
final class ExpirySchedule {
    private static final Duration SELDOM = Duration.ofHours(1);

    private final Map<String, Instant> whenOf = new HashMap<>();
    private Instant woken = Instant.MIN;

    void clear() {
        whenOf.clear();
        woken = Instant.MIN;
    }

    void set(String site, Optional<Instant> when) {
        when.ifPresentOrElse(at -> whenOf.put(site, at), () -> whenOf.remove(site));
    }

    /** Returns true if a tick is due, by the local clock. */
    boolean wake(Instant now) {
        if (now.isBefore(woken.plus(SELDOM)) || due(now).isEmpty()) {
            return false;
        }
        woken = now;
        return true;
    }

    /** Returns the sites with data to expire at this time of the journal. */
    SortedSet<String> due(Instant at) {
        SortedSet<String> due = new TreeSet<>();
        whenOf.forEach((site, when) -> {
            if (!when.isAfter(at)) {
                due.add(site);
            }
        });
        return due;
    }
}
