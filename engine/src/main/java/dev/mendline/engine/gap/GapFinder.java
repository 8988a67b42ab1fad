package dev.mendline.engine.gap;

import dev.mendline.engine.sighting.SightingFactory;
import dev.mendline.model.log.Coordinates;
import dev.mendline.model.log.LogEvent;
import dev.mendline.model.log.Unclassified;
import java.time.Instant;
import java.util.Optional;

/** Finds, among events that show no symptom, those that the catalog should perhaps know. */
public final class GapFinder {
    private final SightingFactory sighter;

    /** What it keeps of an event is redacted as {@code sighter} does it; where that keeps no samples, nothing is found. */
    public GapFinder(SightingFactory sighter) {
        this.sighter = sighter;
    }

    /**
     * An event that shows no symptom, if it smells of MongoDB's trouble.
     *
     * @param at when its record was written
     */
    public Optional<Unclassified> find(LogEvent event, Coordinates source, Instant at) {
        if (sighter.own(event) || !UnclassifiedRule.of(event)) {
            return Optional.empty();
        }
        return sighter.kept(event.text(), Unclassified.MAX_TEXT)
                .map(text -> new Unclassified(
                        sighter.service(event),
                        Template.of(text),
                        text,
                        event.severity(),
                        1,
                        at,
                        source,
                        sighter.catalog()));
    }
}
