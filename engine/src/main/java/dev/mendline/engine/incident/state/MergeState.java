package dev.mendline.engine.incident.state;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * State of the merges of one incident.
 *
 * @param by who was asked to take it over, and has not answered yet; null when nobody was
 * @param stays whether it counts lines that name other hosts, so that it is not all of one deployment
 * @param took ids of the last incidents that went over into it, to know one that is handed over again
 */
public record MergeState(@Nullable Adopter by, boolean stays, List<String> took) {
    public static final MergeState NONE = new MergeState(null, false, List.of());

    /** A deployment and its site. */
    public record Adopter(String site, String target) {}

    public MergeState {
        took = List.copyOf(took);
    }

    public MergeState askedOf(Adopter adopter) {
        return new MergeState(adopter, stays, took);
    }

    public MergeState staying() {
        return stays ? this : new MergeState(by, true, took);
    }

    public MergeState of(String incident) {
        List<String> longer = new ArrayList<>(took);
        longer.add(incident);
        return new MergeState(
                by, stays, longer.subList(Math.max(0, longer.size() - Bounds.MERGED_INCIDENTS), longer.size()));
    }

    /** A new episode is anybody's. */
    public MergeState reopened() {
        return new MergeState(null, false, took);
    }
}
