package dev.mendline.engine.incident.state;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.mendline.model.Json;
import dev.mendline.model.incident.Incident;
import java.util.List;

/**
 * All that the engine remembers of one site; its JSON is what a store keeps. Bounded: open incidents by the settings,
 * ended ones by {@value Bounds#CLOSED_INCIDENTS}.
 *
 * @param spent the probes that were asked for within the last minute
 * @param watched noisy symptoms that were seen too seldom to open an incident
 * @param newTargets deployments that services brought up within the last hour
 * @param aliases names that hide their deployment, and which it is, the least recently learnt first
 * @param talksTo deployments that the service talks to, where the site is a service's
 * @param gone incidents that are over for good and stand on the topic still, the oldest first
 * @param claims what stands in a place of several sites, at most {@value Bounds#STANDING_CLAIMS}; empty in a site
 * @param surges how many connections are made to the site's deployments
 */
public record SiteState(
        int version,
        String site,
        List<IncidentState> cases,
        List<ClosedIncident> ended,
        List<SpentProbes> spent,
        List<BufferedSighting> watched,
        List<NewTarget> newTargets,
        List<Alias> aliases,
        List<ServiceBinding> talksTo,
        List<ExpiringIncident> gone,
        List<StandingClaim> claims,
        List<TargetConnections> surges) {
    public static final int VERSION = 4;

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
    SiteState with(List<IncidentState> others) {
        return new SiteState(
                version, site, others, ended, spent, watched, newTargets, aliases, talksTo, gone, claims, surges);
    }

    /** The incidents as they stand now, in the form in which they are published. */
    public List<Incident> incidents() {
        return cases.stream().map(IncidentState::incident).map(SizeLimiter::fit).toList();
    }

    /** Whether time must pass in this site: something is open, or silenced, or flapping until it does not come back. */
    public boolean needsTicks() {
        return cases.stream().anyMatch(IncidentState::needsTicks);
    }
}
