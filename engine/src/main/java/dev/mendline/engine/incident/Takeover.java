package dev.mendline.engine.incident;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether one incident is to go over into another, and which have gone over into it.
 *
 * @param by who was asked to take it over, and has not answered yet; null when nobody was
 * @param stays whether it counts lines that name other hosts, so that it is not all of one deployment
 * @param took ids of the last incidents that went over into it, to know one that is handed over again
 */
record Takeover(@Nullable Adopter by, boolean stays, List<String> took) {
    static final Takeover NONE = new Takeover(null, false, List.of());
    private static final int MAX = 64;

    /**
     * A deployment and its site.
     *
     * @param site the deployment's
     * @param target the deployment
     */
    record Adopter(String site, String target) {}

    Takeover {
        took = List.copyOf(took);
    }

    Takeover askedOf(Adopter adopter) {
        return new Takeover(adopter, stays, took);
    }

    Takeover staying() {
        return stays ? this : new Takeover(by, true, took);
    }

    Takeover of(String incident) {
        List<String> longer = new ArrayList<>(took);
        longer.add(incident);
        return new Takeover(by, stays, longer.subList(Math.max(0, longer.size() - MAX), longer.size()));
    }

    /** A new episode is anybody's. */
    Takeover reopened() {
        return new Takeover(null, false, took);
    }
}
