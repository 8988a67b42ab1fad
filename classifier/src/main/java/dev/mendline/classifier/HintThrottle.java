package dev.mendline.classifier;

import dev.mendline.model.journal.Hint;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which deployment a service talks to is told when it is new and then from time to time. Kept in memory alone: told once
 * more after a restart it does no harm. Not thread-safe.
 */
final class HintThrottle {
    static final Duration EVERY = Duration.ofMinutes(10);
    /** Which of several deployments is in trouble must not be long ago. */
    static final Duration SIGHTED_EVERY = Duration.ofMinutes(2);

    private static final int MAX = 5_000;

    private record Pair(String service, String target, boolean sighted) {}

    /** When each was told last, the one longest ago first. */
    private final LinkedHashMap<Pair, Instant> told = new LinkedHashMap<>();

    /** Whether to tell this one; then it counts as told. */
    boolean isDue(Hint hint) {
        Pair pair = new Pair(hint.service(), String.valueOf(hint.target()), hint.sighted());
        Instant last = told.get(pair);
        if (last != null && hint.at().isBefore(last.plus(hint.sighted() ? SIGHTED_EVERY : EVERY))) {
            return false;
        }
        told.remove(pair);
        told.put(pair, hint.at());
        if (told.size() > MAX) {
            Map.Entry<Pair, Instant> oldest = told.entrySet().iterator().next();
            told.remove(oldest.getKey());
        }
        return true;
    }
}
