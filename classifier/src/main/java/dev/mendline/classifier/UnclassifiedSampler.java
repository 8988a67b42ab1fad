package dev.mendline.classifier;

import dev.mendline.model.log.Unclassified;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sampler of unclassified events. The first of several similar events of a service is sent at once, the others as one
 * count per minute. A restart loses only counts.
 */
final class UnclassifiedSampler {
    static final Duration EVERY = Duration.ofMinutes(1);
    /** Maximum number of templates per service and minute; further events of that service are dropped. */
    static final int MAX_OF_SERVICE = 50;

    static final int MAX = 5_000;

    private record Key(String service, String template) {}

    private final Map<Key, Optional<Unclassified>> waiting = new HashMap<>();
    private final Map<String, Integer> ofService = new HashMap<>();
    private int dropped;

    /** Returns the event if it must be sent at once; empty if similar events are waiting or there are too many. */
    Optional<Unclassified> add(Unclassified one) {
        Key key = new Key(one.service(), one.template());
        Optional<Unclassified> known = waiting.get(key);
        if (known != null) {
            waiting.put(
                    key,
                    Optional.of(known.map(before -> before.plus(one.count(), one.at()))
                            .orElse(one)));
            return Optional.empty();
        }
        if (waiting.size() >= MAX || ofService.getOrDefault(one.service(), 0) >= MAX_OF_SERVICE) {
            dropped++;
            return Optional.empty();
        }
        waiting.put(key, Optional.empty());
        ofService.merge(one.service(), 1, Integer::sum);
        return Optional.of(one);
    }

    /** Returns the number of events dropped since the last call. */
    int dropped() {
        int count = dropped;
        dropped = 0;
        return count;
    }

    /** Returns the counts of the ending minute and starts again, so that no template holds a place forever. */
    List<Unclassified> due() {
        List<Unclassified> due =
                waiting.values().stream().flatMap(Optional::stream).toList();
        waiting.clear();
        ofService.clear();
        return due;
    }
}
