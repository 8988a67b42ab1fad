package dev.mendline.model.incident;

import dev.mendline.model.text.WireName;

/** Verdict on a cause, in the order of interest to a reader. */
public enum Verdict implements WireName {
    /** A confirm condition holds, observed from an admissible zone. */
    CONFIRMED,
    /** A suggest condition holds, and no refute condition does. */
    LIKELY,
    /** Only the symptom is known; evidence is outstanding. */
    POSSIBLE,
    /** All evidence is in and is inconclusive or contradictory. */
    UNPROVEN,
    /** A refute condition holds. */
    REFUTED
}
