package dev.mendline.engine.incident;

import dev.mendline.model.Sighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What was seen of noisy symptoms and opened nothing yet. Each counts at least one event, so one place keeps fewer than
 * {@link EngineSettings#noisyCount} of a symptom, and a site at most {@value Watched#MAX} in all. Time passes when a record comes;
 * nothing of it needs a tick.
 */
final class Watch {
    private final EngineSettings settings;
    private final List<Watched> kept;

    Watch(EngineSettings settings, List<Watched> before, Instant at) {
        this.settings = settings;
        this.kept = new ArrayList<>(before);
        kept.removeIf(past -> !past.at().plus(settings.noisyWithin()).isAfter(at));
    }

    /** Whether a noisy symptom was seen too seldom with this sighting. */
    boolean tooFew(Sighting sighting) {
        long before = kept.stream()
                .filter(past -> past.alike(sighting))
                .mapToLong(past -> past.sighting().count())
                .sum();
        return before + sighting.count() < settings.noisyCount();
    }

    boolean full() {
        return kept.size() >= Watched.MAX;
    }

    void keep(Watched seen) {
        kept.add(seen);
    }

    /** All that waited at this sighting's place, of whichever symptom, the oldest first; it waits no more. */
    List<Watched> takeAt(Sighting sighting) {
        return takeIf(past -> past.samePlace(sighting));
    }

    /** What waited and is such, the oldest first; it waits no more. */
    List<Watched> takeIf(Predicate<Watched> such) {
        List<Watched> taken = kept.stream().filter(such).toList();
        kept.removeIf(such);
        return taken;
    }

    List<Watched> kept() {
        return List.copyOf(kept);
    }
}
