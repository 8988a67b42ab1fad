package dev.mendline.engine.incident.editor;

import dev.mendline.engine.incident.state.Bounds;
import dev.mendline.engine.incident.state.SecondCount;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.journal.MergeRequest;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/** Log events by second, of the last minute, and by minute, of the last hour, in which there were any. */
final class EventRate {
    private static final long MINUTE = 60;

    private final TreeMap<Long, Long> minutes = new TreeMap<>();
    private final TreeMap<Long, Long> seconds = new TreeMap<>();

    void addAll(List<Incident.MinuteCount> byMinute, List<SecondCount> bySecond) {
        byMinute.forEach(minute -> minutes.put(minute.epochMinute(), minute.count()));
        bySecond.forEach(second -> seconds.put(second.epochSecond(), second.count()));
    }

    void add(Instant at, long count) {
        long second = at.getEpochSecond();
        minutes.merge(second / MINUTE, count, Long::sum);
        seconds.merge(second, count, Long::sum);
        forget();
    }

    /** Counts in what another incident counted. */
    void merge(List<Incident.MinuteCount> byMinute, List<MergeRequest.SecondCount> bySecond) {
        byMinute.forEach(minute -> minutes.merge(minute.epochMinute(), minute.count(), Long::sum));
        bySecond.forEach(second -> seconds.merge(second.epochSecond(), second.count(), Long::sum));
        forget();
    }

    private void forget() {
        while (minutes.size() > Bounds.RATE_MINUTES) {
            minutes.pollFirstEntry();
        }
        if (!seconds.isEmpty()) {
            seconds.headMap(seconds.lastKey() - MINUTE, true).clear();
        }
    }

    /** Events of the 60 s that end with the latest of them. */
    long perMinute() {
        return seconds.values().stream().mapToLong(Long::longValue).sum();
    }

    List<Incident.MinuteCount> byMinute() {
        return minutes.entrySet().stream()
                .map(minute -> new Incident.MinuteCount(minute.getKey(), minute.getValue()))
                .toList();
    }

    List<SecondCount> bySecond() {
        return seconds.entrySet().stream()
                .map(second -> new SecondCount(second.getKey(), second.getValue()))
                .toList();
    }
}
