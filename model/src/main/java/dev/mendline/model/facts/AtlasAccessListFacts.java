package dev.mendline.model.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Coverage of a zone's addresses by the IP access list of a deployment's project.
 *
 * @param egress zone's addresses that were checked
 * @param missing addresses that no entry covers
 * @param covered true if an active entry covers each address
 * @param entry entry that covers an address and is not active, else the entry that covers the first address; null if
 *     there is none
 * @param status status of that entry: Atlas' {@code ACTIVE}, {@code PENDING} or {@code FAILED}, or {@code EXPIRED}
 *     after its end; null if there is none
 * @param deleteAfter end of that entry, RFC 3339; null unless it is temporary
 * @param entries number of entries; Atlas allows 200
 * @param securityGroups true if the list contains security groups, whose members cannot be determined from outside
 */
public record AtlasAccessListFacts(
        List<String> egress,
        List<String> missing,
        boolean covered,
        @Nullable String entry,
        @Nullable String status,
        @Nullable String deleteAfter,
        int entries,
        boolean securityGroups)
        implements Facts {
    public AtlasAccessListFacts {
        egress = List.copyOf(egress);
        missing = List.copyOf(missing);
    }

    @Override
    public String summary() {
        return entries == 1 ? "1 entry" : entries + " entries";
    }
}
