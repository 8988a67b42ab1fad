package dev.mendline.engine.incident.state;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.mendline.model.Json;
import dev.mendline.model.incident.Incident;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that the engine remembers of one site. A state store keeps its JSON.
 *
 * @param version {@value #VERSION}
 * @param incidents that are open or can still reopen; open ones are bounded by the settings
 * @param claims what incidents claim here if the site is a correlation scope, at most
 *     {@value Bounds#STANDING_CLAIMS}; empty otherwise
 * @param connections how many connections are made to the site's deployments
 */
public record SiteState(
        int version,
        String site,
        List<IncidentState> incidents,
        PastIncidents past,
        Usage usage,
        Names names,
        List<StandingClaim> claims,
        List<TargetConnections> connections) {
    public static final int VERSION = 5;

    /**
     * Incidents that can no longer reopen.
     *
     * @param closed enough of them for a later incident to name them, at most {@value Bounds#CLOSED_INCIDENTS}
     * @param expiring those that are still on the topic, the oldest first
     */
    public record PastIncidents(List<ClosedIncident> closed, List<ExpiringIncident> expiring) {
        public PastIncidents {
            closed = List.copyOf(closed);
            expiring = List.copyOf(expiring);
        }
    }

    /**
     * Usage that counts against the limits of a site.
     *
     * @param probes requests of the last minute
     * @param buffered sightings of noisy symptoms that were too few to open an incident
     * @param newTargets deployments that services brought up within the last hour
     */
    public record Usage(List<SpentProbes> probes, List<BufferedSighting> buffered, List<NewTarget> newTargets) {
        public Usage {
            probes = List.copyOf(probes);
            buffered = List.copyOf(buffered);
            newTargets = List.copyOf(newTargets);
        }
    }

    /**
     * Names of deployments.
     *
     * @param aliases host names that do not show their deployment, the least recently learnt first
     * @param bindings deployments that the service uses if the site is a service's
     */
    public record Names(List<Alias> aliases, List<ServiceBinding> bindings) {
        public Names {
            aliases = List.copyOf(aliases);
            bindings = List.copyOf(bindings);
        }
    }

    /** A host name that does not show its deployment, and that deployment. */
    public record Alias(String host, String target) {}

    /** A service brought up a deployment of which the site had nothing. */
    public record NewTarget(Instant at, String service) {}

    /** Number of probes that were requested at once for one target. */
    public record SpentProbes(Instant at, String target, int probes) {}

    /** Ended incident that is still on the topic. It is short, because a site may have many of them. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    public record ExpiringIncident(String id, long endedAt) {
        public static ExpiringIncident of(String id, Instant endedAt) {
            return new ExpiringIncident(id, endedAt.getEpochSecond());
        }

        public Instant at() {
            return Instant.ofEpochSecond(endedAt);
        }
    }

    /**
     * Incident that can no longer reopen. A later incident names it as its predecessor.
     *
     * @param target its deployment, or of a parent the cause that its children shared, for that is what tells it from others
     */
    public record ClosedIncident(String id, @Nullable String target, List<String> services) {
        public ClosedIncident {
            services = List.copyOf(services);
        }

        public static ClosedIncident of(IncidentState known) {
            IncidentState.SharedCause shared = known.correlation().shared();
            return new ClosedIncident(
                    known.incident().id(),
                    shared == null ? known.incident().target() : shared.cause(),
                    known.incident().services());
        }

        public boolean same(@Nullable String otherTarget, String service) {
            return Objects.equals(target, otherTarget) && (target != null || services.contains(service));
        }
    }

    /**
     * A deployment that a service uses.
     *
     * @param since when its log lines first showed it
     * @param lastSeen when its log lines last showed it
     * @param lastSighted when it last logged an error that names the deployment; null when it never did
     */
    public record ServiceBinding(
            String target,
            String site,
            Instant since,
            Instant lastSeen,
            @Nullable Instant lastSighted) {
        public ServiceBinding seen(String itsSite, Instant at, boolean sighted) {
            return new ServiceBinding(
                    target,
                    itsSite,
                    at.isBefore(since) ? at : since,
                    at.isAfter(lastSeen) ? at : lastSeen,
                    sighted && (lastSighted == null || at.isAfter(lastSighted)) ? at : lastSighted);
        }

        public boolean sightedSince(Instant since) {
            return lastSighted != null && !lastSighted.isBefore(since);
        }
    }

    /**
     * Connections to one deployment, by source.
     *
     * @param spikeMinute the last minute with a spike; 0 for none
     * @param election the last second in which a service had no primary; 0 for none
     */
    public record TargetConnections(String target, long spikeMinute, long election, List<ConnectionSeries> flows) {
        public TargetConnections {
            flows = List.copyOf(flows);
        }

        public static TargetConnections of(String target) {
            return new TargetConnections(target, 0, 0, List.of());
        }

        /** Returns the last minute with a connection. */
        public long last() {
            return flows.stream().mapToLong(ConnectionSeries::last).max().orElse(0);
        }

        /** Returns the time of the last connection or election. */
        public Instant at() {
            return Instant.ofEpochSecond(Math.max(last() * 60, election));
        }
    }

    public SiteState {
        if (version != VERSION) {
            throw new IllegalArgumentException(
                    "a site's state must have version " + VERSION + " (has " + version + ")");
        }
        incidents = List.copyOf(incidents);
        claims = List.copyOf(claims);
        connections = List.copyOf(connections);
    }

    /** Returns the state of a site of which nothing is known. */
    public static SiteState empty(String site) {
        return new SiteState(
                VERSION,
                site,
                List.of(),
                new PastIncidents(List.of(), List.of()),
                new Usage(List.of(), List.of(), List.of()),
                new Names(List.of(), List.of()),
                List.of(),
                List.of());
    }

    /** Reads what {@link #bytes} wrote. */
    public static SiteState read(byte[] bytes) {
        return Json.read(bytes, SiteState.class);
    }

    /** Returns whether there is nothing to remember, so that nothing need be stored. */
    @JsonIgnore
    public boolean isEmpty() {
        return equals(empty(site));
    }

    public byte[] bytes() {
        return Json.bytes(this);
    }

    /** Returns the same site with these incidents. */
    SiteState with(List<IncidentState> others) {
        return new SiteState(version, site, others, past, usage, names, claims, connections);
    }

    /** Returns the incidents in the form in which they are published. */
    public List<Incident> published() {
        return incidents.stream()
                .map(IncidentState::incident)
                .map(SizeLimiter::fit)
                .toList();
    }

    /** Returns whether ticks are needed: an incident is open, silenced or flapping. */
    public boolean needsTicks() {
        return incidents.stream().anyMatch(IncidentState::needsTicks);
    }
}
