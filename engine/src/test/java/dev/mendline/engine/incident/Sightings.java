package dev.mendline.engine.incident;

import dev.mendline.model.journal.Sighting;
import dev.mendline.model.log.Captures;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sightings as stage 1 would write them, by hand. */
public final class Sightings {
    private Sightings() {}

    public static Sighting of(String symptom, @Nullable String target, String service, int count, Instant at) {
        return of(symptom, target, service, count, at, false);
    }

    static Sighting of(
            String symptom, @Nullable String target, String service, int count, Instant at, boolean retried) {
        return new Sighting(
                symptom,
                null,
                Desk.SITE,
                target,
                List.of(),
                service,
                "local",
                null,
                null,
                Captures.NONE,
                count,
                at,
                List.of(),
                "c0ffee",
                retried,
                false,
                false);
    }
}
