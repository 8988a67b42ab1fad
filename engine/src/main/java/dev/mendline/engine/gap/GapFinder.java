package dev.mendline.engine.gap;

import dev.mendline.engine.sighting.SightingFactory;
import dev.mendline.model.log.Coordinates;
import dev.mendline.model.log.LogEvent;
import dev.mendline.model.log.Unclassified;
import java.time.Instant;
import java.util.Optional;

/** Finder of events that show no symptom but that the catalog should perhaps recognize. */
public final class GapFinder {
    private final SightingFactory sighter;

    /** Creates a finder that redacts with the factory; without samples it finds nothing. */
    public GapFinder(SightingFactory sighter) {
        this.sighter = sighter;
    }

    /**
     * Returns the unclassified event if it looks like a MongoDB error.
     *
     * @param at time at which its record was written
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
