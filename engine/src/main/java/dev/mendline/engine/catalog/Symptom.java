package dev.mendline.engine.catalog;

import dev.mendline.model.incident.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a text itself shows.
 *
 * @param rank between symptoms that stand equally deep in a text the higher one wins; 0–100
 * @param noisy whether one sighting tells little, for it comes and goes where all is well
 * @param countsAs what it tells beyond its own incident; null: nothing
 * @param signatures none where no text shows it, for it is reckoned from many
 */
public record Symptom(
        String id,
        String title,
        Severity severity,
        int rank,
        boolean noisy,
        @Nullable SymptomCategory countsAs,
        List<Signature> signatures,
        List<Example> examples,
        List<NearMiss> nearMisses) {
    public Symptom {
        signatures = List.copyOf(signatures);
        examples = List.copyOf(examples);
        nearMisses = List.copyOf(nearMisses);
    }

    /** Whether the engine reckons it from many texts, of which none shows it. */
    public boolean derived() {
        return signatures.isEmpty();
    }
}
