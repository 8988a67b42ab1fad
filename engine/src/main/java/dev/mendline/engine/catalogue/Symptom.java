package dev.mendline.engine.catalogue;

import dev.mendline.model.Severity;
import java.util.List;

/**
 * What a text itself shows.
 *
 * @param rank between symptoms that stand equally deep in a text the higher one wins; 0–100
 * @param noisy whether one sighting tells little, for it comes and goes where all is well
 */
public record Symptom(
        String id,
        String title,
        Severity severity,
        int rank,
        boolean noisy,
        List<Signature> signatures,
        List<Example> examples,
        List<NearMiss> nearMisses) {
    public Symptom {
        signatures = List.copyOf(signatures);
        examples = List.copyOf(examples);
        nearMisses = List.copyOf(nearMisses);
    }
}
