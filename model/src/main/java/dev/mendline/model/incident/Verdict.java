package dev.mendline.model.incident;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Verdict on a cause, in the order of interest to a reader. */
public enum Verdict {
    /** A confirm condition holds, observed from an admissible zone. */
    @JsonProperty("confirmed")
    CONFIRMED,
    /** A suggest condition holds, and no refute condition does. */
    @JsonProperty("likely")
    LIKELY,
    /** Only the symptom is known; evidence is outstanding. */
    @JsonProperty("possible")
    POSSIBLE,
    /** All evidence is in and is inconclusive or contradictory. */
    @JsonProperty("unproven")
    UNPROVEN,
    /** A refute condition holds. */
    @JsonProperty("refuted")
    REFUTED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
