package dev.mendline.engine.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.mendline.model.incident.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Symptom as in its YAML file. */
record SymptomFile(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) String title,
        @JsonProperty(required = true) Severity severity,
        @JsonProperty(required = true) int rank,
        boolean noisy,
        Symptom.@Nullable Category countsAs,
        boolean derived,
        @JsonProperty(required = true) List<Entry> signatures,
        @JsonProperty(required = true) List<Example> examples,
        List<NearMiss> nearMisses,
        List<Sign> seenBy) {
    /** Signature as in its YAML file; see {@link Signature}. */
    record Entry(
            @JsonProperty(required = true) List<String> anchors,
            @Nullable String pattern,
            boolean ignoreCase,
            List<String> beside,
            boolean needsSign,
            Signature.@Nullable PassageKind within,
            boolean byAddress,
            Signature.@Nullable BestMember members,
            @Nullable String driver,
            @Nullable String detail) {}

    /** Findings that stand for the symptom; see {@link Symptom.ProbeSign}. */
    record Sign(
            @JsonProperty(required = true) String when,
            @Nullable String detail) {}
}
