package dev.mendline.model.incident;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Assessment of all candidate causes.
 *
 * @param leading id of the first candidate; null if no documented cause fits
 * @param verdict verdict of the leading candidate, {@link Verdict#UNPROVEN} if there is none
 * @param candidates most credible first
 * @param provisional true if a second check has to find it too, because drivers retry such errors
 */
public record Diagnosis(@Nullable String leading, Verdict verdict, List<Candidate> candidates, boolean provisional) {
    /**
     * Candidate cause.
     *
     * @param cause id in the catalog; opaque to a catalog that does not know it
     * @param because sentence that justifies the verdict
     * @param evidenceFor sentences of the conditions that support it
     * @param evidenceAgainst sentences of the conditions that contradict it
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

    public Diagnosis(@Nullable String leading, Verdict verdict, List<Candidate> candidates) {
        this(leading, verdict, candidates, false);
    }

    public Diagnosis {
        candidates = List.copyOf(candidates);
    }

    public Diagnosis leadingOnly() {
        return new Diagnosis(leading, verdict, candidates.stream().limit(1).toList(), provisional);
    }
}
