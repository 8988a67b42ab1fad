package dev.mendline.engine.incident.state;

import dev.mendline.model.journal.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A sighting and the journal's time of it; one of a noisy symptom is kept like this until more of them open an incident.
 */
public record BufferedSighting(Sighting sighting, Instant at) {
    /** Returns whether both are of the same deployment, or of the same service if no deployment is known. */
    public boolean samePlace(Sighting other) {
        return Objects.equals(sighting.target(), other.target())
                && (sighting.target() != null || sighting.service().equals(other.service()));
    }

    public boolean alike(Sighting other) {
        return samePlace(other) && sighting.symptom().equals(other.symptom());
    }

    /** Returns true if its lines were already old when they were read. */
    public boolean historical(Duration after) {
        return sighting.at().isBefore(at.minus(after));
    }
}
