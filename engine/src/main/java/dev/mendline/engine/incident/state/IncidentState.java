package dev.mendline.engine.incident.state;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.mendline.engine.condition.BlastRadius;
import dev.mendline.engine.condition.ObservedSymptoms;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.journal.CorrelationResult;
import dev.mendline.model.journal.MergeRequest;
import dev.mendline.model.journal.Sighting;
import dev.mendline.model.log.Captures;
import dev.mendline.model.log.Driver;
import dev.mendline.model.log.Platform;
import dev.mendline.model.probe.Node;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An incident and what the engine remembers of it besides.
 *
 * @param nodes the deployment's nodes as log lines and findings name them
 * @param overflow what the incident stands for if it is the site's overflow incident; null otherwise
 * @param merge into which incident it is to be merged, and which were merged into it
 */
public record IncidentState(
        Incident incident,
        List<Node> nodes,
        Logs logs,
        Probes probes,
        Correlated correlation,
        Lifecycle lifecycle,
        @Nullable Overflow overflow,
        MergeState merge) {

    /**
     * Evidence from the log lines of one episode.
     *
     * @param captures values that signatures read
     * @param codes error codes of the server
     * @param details finer distinctions of the signatures that matched
     * @param addresses IP address literals that name a node
     * @param drivers that wrote the lines
     * @param runtimes of the programs that wrote them
     * @param seconds log events by second, of the last minute in which there were any
     * @param bound what only lines show that do not name the deployment, see {@link Sighting#bound}
     */
    public record Logs(
            Captures captures,
            List<Integer> codes,
            List<String> details,
            List<String> addresses,
            List<Driver> drivers,
            List<Platform> runtimes,
            List<MergeRequest.SecondCount> seconds,
            ObservedSymptoms bound) {
        public Logs {
            codes = List.copyOf(codes);
            details = List.copyOf(details);
            addresses = List.copyOf(addresses);
            drivers = List.copyOf(drivers);
            runtimes = List.copyOf(runtimes);
            seconds = List.copyOf(seconds);
            bound = Objects.requireNonNullElse(bound, ObservedSymptoms.NONE);
        }
    }

    /**
     * Probes of one episode; the findings are in the incident.
     *
     * @param pending requests without an answer
     * @param requested when each check was last requested
     * @param confirmed the cause that was confirmed; null when none was
     * @param recovered since when the evidence no longer confirms it; null while it does
     * @param rechecks how often failed probes were requested again
     * @param nextRecheck when they are requested again; null when no recheck is planned
     * @param postponed true if a check waits until the probe budget allows it
     */
    public record Probes(
            List<PendingProbe> pending,
            List<AskedProbe> requested,
            @Nullable String confirmed,
            @Nullable Instant recovered,
            int rechecks,
            @Nullable Instant nextRecheck,
            boolean postponed) {
        public Probes {
            pending = List.copyOf(pending);
            requested = List.copyOf(requested);
        }
    }

    /**
     * Relation to other incidents.
     *
     * @param suppressed symptoms that the confirmed cause brings
     * @param radius what else failed when the incident was last assessed
     * @param results the last correlation result of each scope
     * @param shared what the incident stands for if it is a parent; null otherwise
     */
    public record Correlated(
            List<String> suppressed,
            BlastRadius radius,
            List<ScopeResult> results,
            @Nullable SharedCause shared) {
        public Correlated {
            suppressed = List.copyOf(suppressed);
            results = List.copyOf(results);
        }
    }

    /**
     * Cause that a parent incident shares with its children.
     *
     * @param cause an id of the catalog
     * @param children that it explains, at most {@link Incident#MAX_CHILDREN}, by their deployments' names
     * @param more how many besides
     * @param steps what to do, in the words of the one for which the cause is proved best
     */
    public record SharedCause(String cause, List<Incident.Child> children, int more, List<String> steps) {
        public SharedCause {
            children = List.copyOf(children);
            steps = List.copyOf(steps);
        }

        /** Returns a shared cause without children. */
        public static SharedCause of(String cause) {
            return new SharedCause(cause, List.of(), 0, List.of());
        }

        public int size() {
            return children.size() + more;
        }
    }

    /**
     * Times and marks of an incident that are not published.
     *
     * @param lastSeen the journal's time of the last sighting
     * @param unpublished true if something changed since the last revision
     * @param retried true if drivers retry by themselves all that this episode shows
     * @param reopenings the latest, as long as they can make the incident a flapping one
     * @param commands ids of the last commands that were handled
     */
    public record Lifecycle(
            Instant lastSeen, boolean unpublished, boolean retried, List<Instant> reopenings, List<String> commands) {
        public Lifecycle {
            reopenings = List.copyOf(reopenings);
            commands = List.copyOf(commands);
        }
    }

    /** A check that was asked for and not answered yet. */
    public record PendingProbe(String request, Check check, Instant deadline) {}

    /** Time at which a check was last requested. */
    public record AskedProbe(Check check, Instant at) {}

    /**
     * Latest correlation result from one scope.
     *
     * @param from the place
     * @param parent id of the incident that explains it there; null when none does
     * @param cause that they share; null without a parent
     * @param nearby at least so many deployments of other sites fail from there
     * @param offset by which what is older is known
     */
    public record ScopeResult(
            String from, @Nullable String parent, @Nullable String cause, int nearby, long offset) {
        public static ScopeResult of(CorrelationResult result) {
            return new ScopeResult(result.from(), result.parent(), result.cause(), result.nearby(), result.offset());
        }
    }

    public IncidentState {
        nodes = List.copyOf(nodes);
    }

    public String id() {
        return incident.id();
    }

    public boolean open() {
        return incident.state() == Incident.State.OPEN;
    }

    /** Returns whether another incident counts its sightings; then it does not reopen. */
    public boolean merged() {
        return incident.state() == Incident.State.MERGED;
    }

    @JsonIgnore
    public boolean isOverflowIncident() {
        return overflow != null;
    }

    @JsonIgnore
    public boolean isParentIncident() {
        return correlation.shared() != null;
    }

    /** Returns whether something ends when time passes. */
    public boolean needsTicks() {
        return open() || silenced() || incident.flapping();
    }

    /** Returns whether a person silenced it, and no tick has ended that yet. */
    public boolean silenced() {
        return incident.silencedUntil() != null;
    }

    /** Returns the evidence of its log lines. */
    public MergeRequest.Texts texts() {
        return new MergeRequest.Texts(
                incident.symptoms(),
                incident.rate(),
                logs.seconds(),
                incident.samples(),
                nodes,
                logs.captures(),
                logs.codes(),
                logs.details(),
                logs.addresses(),
                logs.drivers(),
                logs.runtimes());
    }
}
