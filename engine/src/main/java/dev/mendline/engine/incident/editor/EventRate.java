package dev.mendline.engine.incident.editor;

import dev.mendline.engine.incident.state.Bounds;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.journal.MergeRequest;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/** Log events by second of the last minute, and by minute of the last hour. Seconds and minutes without any do not count. */
final class EventRate {
    private static final long MINUTE = 60;

    private final TreeMap<Long, Long> minutes = new TreeMap<>();
    private final TreeMap<Long, Long> seconds = new TreeMap<>();

    void add(Instant at, long count) {
        long second = at.getEpochSecond();
        minutes.merge(second / MINUTE, count, Long::sum);
        seconds.merge(second, count, Long::sum);
        trim();
    }

    /** Adds what was counted before, or by another incident. */
    void addAll(List<Incident.MinuteCount> byMinute, List<MergeRequest.SecondCount> bySecond) {
        byMinute.forEach(minute -> minutes.merge(minute.epochMinute(), minute.count(), Long::sum));
        bySecond.forEach(second -> seconds.merge(second.epochSecond(), second.count(), Long::sum));
        trim();
    }

    private void trim() {
        while (minutes.size() > Bounds.RATE_MINUTES) {
            minutes.pollFirstEntry();
        }
        if (!seconds.isEmpty()) {
            seconds.headMap(seconds.lastKey() - MINUTE, true).clear();
        }
    }

    /** Returns the number of events in the 60 s that end with the latest one. */
    long perMinute() {
        return seconds.values().stream().mapToLong(Long::longValue).sum();
    }

    List<Incident.MinuteCount> byMinute() {
        return minutes.entrySet().stream()
                .map(minute -> new Incident.MinuteCount(minute.getKey(), minute.getValue()))
                .toList();
    }

    List<MergeRequest.SecondCount> bySecond() {
        return seconds.entrySet().stream()
                .map(second -> new MergeRequest.SecondCount(second.getKey(), second.getValue()))
                .toList();
    }
}
