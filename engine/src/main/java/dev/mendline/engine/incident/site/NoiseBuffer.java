package dev.mendline.engine.incident.site;

import dev.mendline.engine.incident.state.Bounds;
import dev.mendline.engine.incident.state.BufferedSighting;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.model.journal.Sighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Sightings of noisy symptoms that were too few to open an incident, at most {@value Bounds#BUFFERED_SIGHTINGS} in a site.
 * They expire when a record is handled, so no tick is needed.
 */
public final class NoiseBuffer {
    private final EngineSettings settings;
    private final List<BufferedSighting> kept;

    NoiseBuffer(EngineSettings settings, List<BufferedSighting> before, Instant at) {
        this.settings = settings;
        this.kept = new ArrayList<>(before);
        kept.removeIf(past -> !past.at().plus(settings.noise().within()).isAfter(at));
    }

    /** Returns whether a noisy symptom has too few events, this sighting included. */
    public boolean tooFew(Sighting sighting) {
        long before = kept.stream()
                .filter(past -> past.alike(sighting))
                .mapToLong(past -> past.sighting().count())
                .sum();
        return before + sighting.count() < settings.noise().count();
    }

    public boolean full() {
        return kept.size() >= Bounds.BUFFERED_SIGHTINGS;
    }

    public void keep(BufferedSighting seen) {
        kept.add(seen);
    }

    /** Removes and returns all sightings of the same deployment or service, the oldest first. */
    public List<BufferedSighting> takeAt(Sighting sighting) {
        return takeIf(past -> past.samePlace(sighting));
    }

    /** Removes and returns the sightings that match, the oldest first. */
    public List<BufferedSighting> takeIf(Predicate<BufferedSighting> such) {
        List<BufferedSighting> taken = kept.stream().filter(such).toList();
        kept.removeIf(such);
        return taken;
    }

    List<BufferedSighting> kept() {
        return List.copyOf(kept);
    }
}
