package dev.mendline.classifier;

import dev.mendline.model.log.Unclassified;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Samples what no signature knows: the first of like events of a service goes on at once, those after it as one count
 * each minute. What is not in memory after a restart is sampled anew; only counts get lost.
 */
final class UnclassifiedSampler {
    static final Duration EVERY = Duration.ofMinutes(1);
    /** Kinds of one service within a minute; a service whose every line is another is a sample of itself. */
    static final int MAX_OF_SERVICE = 50;

    static final int MAX = 5_000;

    private record Key(String service, String template) {}

    private final Map<Key, Optional<Unclassified>> waiting = new HashMap<>();
    private final Map<String, Integer> ofService = new HashMap<>();
    private int dropped;

    /** What goes on at once; empty when like events wait already or there are too many. */
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

    /** How many were dropped since the last call. */
    int dropped() {
        int count = dropped;
        dropped = 0;
        return count;
    }

    /** The counts of the minute that ends; then all begin anew, so that nobody holds a place for good. */
    List<Unclassified> due() {
        List<Unclassified> due =
                waiting.values().stream().flatMap(Optional::stream).toList();
        waiting.clear();
        ofService.clear();
        return due;
    }
}
