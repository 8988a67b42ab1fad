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
 * What was seen of noisy symptoms and opened nothing yet. Each counts at least one event, so one place keeps fewer than
 * {@link EngineSettings.Noise#count} of a symptom, and a site at most {@value Bounds#BUFFERED_SIGHTINGS} in all. Time passes when a record comes;
 * nothing of it needs a tick.
 */
public final class NoiseBuffer {
    private final EngineSettings settings;
    private final List<BufferedSighting> kept;

    NoiseBuffer(EngineSettings settings, List<BufferedSighting> before, Instant at) {
        this.settings = settings;
        this.kept = new ArrayList<>(before);
        kept.removeIf(past -> !past.at().plus(settings.noise().within()).isAfter(at));
    }

    /** Whether a noisy symptom was seen too seldom with this sighting. */
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

    /** All that waited at this sighting's place, of whichever symptom, the oldest first; it waits no more. */
    public List<BufferedSighting> takeAt(Sighting sighting) {
        return takeIf(past -> past.samePlace(sighting));
    }

    /** What waited and is such, the oldest first; it waits no more. */
    public List<BufferedSighting> takeIf(Predicate<BufferedSighting> such) {
        List<BufferedSighting> taken = kept.stream().filter(such).toList();
        kept.removeIf(such);
        return taken;
    }

    List<BufferedSighting> kept() {
        return List.copyOf(kept);
    }
}
