package dev.mendline.classifier;

import dev.mendline.model.journal.Hint;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Rate limit for hints: a binding of a service is sent when it is new and then at intervals. It is kept in memory only,
 * because a repetition after a restart does no harm. Not thread-safe.
 */
final class HintThrottle {
    static final Duration EVERY = Duration.ofMinutes(10);
    /** Interval for hints of errors, short because the engine asks which of several deployments fails now. */
    static final Duration SIGHTED_EVERY = Duration.ofMinutes(2);

    private static final int MAX = 5_000;

    private record Pair(String service, String target, boolean sighted) {}

    /** Time of the last hint per binding, the oldest first. */
    private final LinkedHashMap<Pair, Instant> told = new LinkedHashMap<>();

    /** Returns true if the hint must be sent, and records it as sent. */
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
