package dev.mendline.model.incident;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What the evidence says of a cause; in the order in which a reader cares. */
public enum Verdict {
    /** A confirm condition holds, seen from an admissible vantage. */
    @JsonProperty("confirmed")
    CONFIRMED,
    /** A suggest condition holds, nothing refutes. */
    @JsonProperty("likely")
    LIKELY,
    /** Symptom only; evidence is outstanding. */
    @JsonProperty("possible")
    POSSIBLE,
    /** All evidence is in and undecided, or it contradicts itself. */
    @JsonProperty("unproven")
    UNPROVEN,
    /** A refute condition holds. */
    @JsonProperty("refuted")
    REFUTED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
