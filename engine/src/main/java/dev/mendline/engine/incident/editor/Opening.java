package dev.mendline.engine.incident.editor;

import dev.mendline.engine.incident.state.BufferedSighting;
import dev.mendline.engine.incident.timeline.Params;
import dev.mendline.engine.incident.timeline.TimelineReason;
import dev.mendline.model.journal.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The sightings that open or reopen an incident together.
 *
 * @param last the one that tipped the scale
 * @param all that one and those that had waited, the oldest first
 */
public record Opening(BufferedSighting last, List<BufferedSighting> all) {
    /** The symptom that no text shows: many more connections than usual. */
    public static final String SPIKE = "connection-spike";

    public static Opening of(List<BufferedSighting> waited, BufferedSighting last) {
        return new Opening(last, Stream.concat(waited.stream(), Stream.of(last)).toList());
    }

    public Sighting sighting() {
        return last.sighting();
    }

    /** Returns whether drivers retry by themselves all that the sightings show. */
    public boolean retried() {
        return all.stream().allMatch(seen -> seen.sighting().retried());
    }

    public boolean historical(Duration after) {
        return all.stream().allMatch(seen -> seen.historical(after));
    }

    /** Returns the time of the oldest line. */
    public Instant first() {
        return all.stream()
                .map(seen -> seen.sighting().at())
                .min(Instant::compareTo)
                .orElseThrow();
    }

    /** Returns the parameters of the timeline entry about the opening. */
    public Params params() {
        List<BufferedSighting> alike =
                all.stream().filter(seen -> seen.alike(sighting())).toList();
        TreeSet<String> services = new TreeSet<>();
        alike.forEach(seen -> services.add(seen.sighting().service()));
        Params params = Params.of("symptom", sighting().symptom())
                .and("services", String.join(", ", services))
                .and("low", retried() ? light() : null);
        return alike.size() == 1
                ? params
                : params.and(
                                "count",
                                alike.stream()
                                        .mapToLong(seen -> seen.sighting().count())
                                        .sum())
                        .and("seconds", seconds(alike));
    }

    private TimelineReason light() {
        return sighting().symptom().equals(SPIKE) ? TimelineReason.NO_COMPLAINT : TimelineReason.DRIVERS_RETRY;
    }

    private long seconds(List<BufferedSighting> alike) {
        Duration span = Duration.between(alike.get(0).at(), last.at());
        return Math.max(1, span.plusMillis(999).toSeconds());
    }
}
