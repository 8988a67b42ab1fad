package dev.mendline.engine.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.mendline.engine.condition.Condition;
import dev.mendline.model.incident.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Symptom that texts show.
 *
 * @param rank priority among symptoms at the same depth of a text; 0–100, the highest wins
 * @param noisy true if a single sighting is weak evidence because it also occurs in healthy operation
 * @param countsAs category for spike detection; null for none
 * @param signatures empty if the engine derives the symptom from many texts
 * @param seenBy findings of probes that stand for it; any of them is enough
 */
public record Symptom(
        String id,
        String title,
        Severity severity,
        int rank,
        boolean noisy,
        @Nullable Category countsAs,
        List<Signature> signatures,
        List<Example> examples,
        List<NearMiss> nearMisses,
        List<ProbeSign> seenBy) {
    public Symptom {
        signatures = List.copyOf(signatures);
        examples = List.copyOf(examples);
        nearMisses = List.copyOf(nearMisses);
        seenBy = List.copyOf(seenBy);
    }

    public boolean derived() {
        return signatures.isEmpty();
    }

    /** Category of a symptom for spike detection. */
    public enum Category {
        /** A connection failed or was lost; many more than usual are a spike. */
        @JsonProperty("connection-error")
        CONNECTION_ERROR,
        /** A new primary is being elected; the connections that follow are no spike. */
        @JsonProperty("election")
        ELECTION
    }

    /**
     * Findings of probes that stand for a symptom: an application that connects at that time logs it.
     *
     * @param when the condition on the findings
     * @param detail the finer distinction inside the symptom; null if there is none
     */
    public record ProbeSign(Condition when, @Nullable String detail) {}
}
