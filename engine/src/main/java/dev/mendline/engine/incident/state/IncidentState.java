package dev.mendline.engine.incident.state;

import dev.mendline.engine.condition.BlastRadius;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.log.Captures;
import dev.mendline.model.log.Driver;
import dev.mendline.model.log.Platform;
import dev.mendline.model.probe.Node;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An incident and what the engine must remember of it besides.
 *
 * @param nodes the deployment's nodes as texts and findings named them
 * @param codes the server's error codes that were seen
 * @param details the finer distinctions of the signatures that matched
 * @param addresses IP address literals by which texts named a node
 * @param drivers who printed the texts
 * @param runtimes what ran the programs that printed them
 * @param confirmed the cause that was confirmed in this episode
 * @param recovered since when the evidence no longer confirms it; null while it does
 * @param rechecks how often failed probes were asked again in this episode
 * @param postponed whether a check waits until the budget allows it
 * @param lastSeen the journal's time of the last sighting
 * @param stale whether something changed since the last publication
 * @param retried whether drivers logged all of this episode as what they try again by themselves
 * @param seconds log events by second, of the last minute in which there were any
 * @param reopenings the last of them, while they may make it a flapping one
 * @param overflow what it stands for, where it is the site's overflow incident; null otherwise
 * @param commands ids of the last commands that were taken or refused
 * @param takeovers whether it is to go over into another incident, and which went over into it; null for none
 * @param muted symptoms of which the timeline says that its confirmed cause brings them
 * @param radius what else failed when it was last judged
 * @param neighbours what the places told it in which it claimed something
 * @param common what it stands for, where it is a parent; null otherwise
 */
public record IncidentState(
        Incident incident,
        List<Node> nodes,
        Captures captures,
        List<Integer> codes,
        List<String> details,
        List<String> addresses,
        List<Driver> drivers,
        List<Platform> runtimes,
        List<PendingProbe> pending,
        List<AskedProbe> asked,
        @Nullable String confirmed,
        @Nullable Instant recovered,
        int rechecks,
        @Nullable Instant nextRecheck,
        boolean postponed,
        Instant lastSeen,
        boolean stale,
        boolean retried,
        List<SecondCount> seconds,
        List<Instant> reopenings,
        @Nullable Overflow overflow,
        List<String> commands,
        @Nullable MergeState takeovers,
        List<String> muted,
        BlastRadius radius,
        List<ScopeResult> neighbours,
        @Nullable SharedCause common) {
    public IncidentState {
        nodes = List.copyOf(nodes);
        codes = List.copyOf(codes);
        details = List.copyOf(details);
        addresses = List.copyOf(addresses);
        drivers = List.copyOf(drivers);
        runtimes = List.copyOf(runtimes);
        pending = List.copyOf(pending);
        asked = List.copyOf(asked);
        seconds = List.copyOf(seconds);
        reopenings = List.copyOf(reopenings);
        commands = List.copyOf(commands);
        muted = List.copyOf(muted);
        radius = Objects.requireNonNullElse(radius, BlastRadius.NONE);
        neighbours = List.copyOf(neighbours);
    }

    public MergeState takeover() {
        return takeovers == null ? MergeState.NONE : takeovers;
    }

    public boolean open() {
        return incident.state() == Incident.State.OPEN;
    }

    /** Whether another incident counts it now; then it does not open again. */
    public boolean merged() {
        return incident.state() == Incident.State.MERGED;
    }

    /** Whether something ends by itself when time passes. */
    public boolean needsTicks() {
        return open() || silenced() || incident.flapping();
    }

    /** Whether somebody silenced it, and no tick has ended that yet. */
    public boolean silenced() {
        return incident.silencedUntil() != null;
    }
}
