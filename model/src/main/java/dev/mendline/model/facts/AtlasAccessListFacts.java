package dev.mendline.model.facts;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the IP access list of a deployment's project lets a zone in.
 *
 * @param egress the zone's addresses that were looked for
 * @param missing those of them that no entry covers at all
 * @param covered whether an active entry covers each of them
 * @param entry the entry that covers one of them and is not active, else the one that covers the first; null where none
 *     does
 * @param status of that entry, Atlas' {@code ACTIVE}, {@code PENDING} or {@code FAILED}, or {@code EXPIRED} when its time
 *     is over; null where there is none
 * @param deleteAfter when that entry ends, RFC 3339; null where it is not a temporary one
 * @param entries how many the list has; Atlas takes 200
 * @param securityGroups whether the list names security groups, of which nobody outside can tell whom they cover
 */
@JsonTypeName("atlas-access-list")
public record AtlasAccessListFacts(
        List<String> egress,
        List<String> missing,
        boolean covered,
        @Nullable String entry,
        @Nullable String status,
        @Nullable String deleteAfter,
        int entries,
        boolean securityGroups)
        implements Facts, AtlasFacts {
    public AtlasAccessListFacts {
        egress = List.copyOf(egress);
        missing = List.copyOf(missing);
    }
}
