package dev.mendline.model.incident;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the evidence says, all candidates told.
 *
 * @param leading id of the first candidate; null when no documented cause fits
 * @param verdict the leading candidate's, {@link Verdict#UNPROVEN} when there is none
 * @param candidates the most credible first
 */
public record Diagnosis(@Nullable String leading, Verdict verdict, List<Candidate> candidates) {
    /**
     * One cause under suspicion.
     *
     * @param cause id in the catalog; opaque to a catalog that does not know it
     * @param because one sentence that carries the verdict
     * @param evidenceFor sentences of the conditions that hold for it
     * @param evidenceAgainst sentences of the conditions that hold against it
     */
    public record Candidate(
            String cause,
            Verdict verdict,
            String because,
            @JsonProperty("for") List<String> evidenceFor,
            @JsonProperty("against") List<String> evidenceAgainst) {
        public Candidate {
            evidenceFor = List.copyOf(evidenceFor);
            evidenceAgainst = List.copyOf(evidenceAgainst);
        }
    }

    public static final Diagnosis NONE = new Diagnosis(null, Verdict.UNPROVEN, List.of());

    public Diagnosis {
        candidates = List.copyOf(candidates);
    }
}
