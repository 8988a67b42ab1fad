package dev.mendline.engine.incident;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.mendline.model.Incident;
import dev.mendline.model.Json;
import java.util.List;

/**
 * All that the engine remembers of one site; its JSON is what a store keeps. Bounded: open incidents by the settings,
 * ended ones by {@value #MAX_ENDED}.
 *
 * @param spent the probes that were asked for within the last minute
 * @param watched noisy symptoms that were seen too seldom to open an incident
 * @param newTargets deployments that services brought up within the last hour
 * @param aliases names that hide their deployment, and which it is, the least recently learnt first
 * @param talksTo deployments that the service talks to, where the site is a service's
 * @param gone incidents that are over for good and stand on the topic still, the oldest first
 * @param claims what stands in a place of several sites, at most {@value Claimed#MAX}; empty in a site
 * @param surges how many connections are made to the site's deployments
 */
public record SiteState(
        int version,
        String site,
        List<CaseFile> cases,
        List<Ended> ended,
        List<Spent> spent,
        List<Watched> watched,
        List<NewTarget> newTargets,
        List<Alias> aliases,
        List<Talk> talksTo,
        List<Gone> gone,
        List<Claimed> claims,
        List<Surge> surges) {
    static final int VERSION = 4;
    static final int MAX_ENDED = 50;

    public SiteState {
        cases = List.copyOf(cases);
        ended = List.copyOf(ended);
        spent = List.copyOf(spent);
        watched = List.copyOf(watched);
        newTargets = List.copyOf(newTargets);
        aliases = List.copyOf(aliases);
        talksTo = List.copyOf(talksTo);
        gone = List.copyOf(gone);
        claims = List.copyOf(claims);
        surges = List.copyOf(surges);
    }

    /** Nothing yet. */
    public static SiteState empty(String site) {
        return new SiteState(
                VERSION, site, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of());
    }

    /** Reads what {@link #bytes} wrote; a list that an older version did not have is empty. */
    public static SiteState read(byte[] bytes) {
        return Json.read(bytes, SiteState.class);
    }

    /** Whether there is nothing to remember, so that nothing need be kept. */
    @JsonIgnore
    public boolean isEmpty() {
        return equals(empty(site));
    }

    public byte[] bytes() {
        return Json.bytes(this);
    }

    /** The same site with these incidents. */
    SiteState with(List<CaseFile> others) {
        return new SiteState(
                version, site, others, ended, spent, watched, newTargets, aliases, talksTo, gone, claims, surges);
    }

    /** The incidents as they stand now, in the form in which they are published. */
    public List<Incident> incidents() {
        return cases.stream().map(CaseFile::incident).map(Slim::fit).toList();
    }

    /** Whether time must pass in this site: something is open, or silenced, or flapping until it does not come back. */
    public boolean needsTicks() {
        return cases.stream().anyMatch(CaseFile::needsTicks);
    }
}
