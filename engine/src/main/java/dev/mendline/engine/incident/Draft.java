package dev.mendline.engine.incident;

import dev.mendline.model.Advice;
import dev.mendline.model.Diagnosis;
import dev.mendline.model.Incident;
import dev.mendline.model.Node;
import dev.mendline.model.Severity;
import dev.mendline.model.Sighting;
import dev.mendline.model.SrvFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A case file opened for writing, within one step of the engine. Not thread-safe, never kept. */
final class Draft {
    private static final int MAX_SERVICES = 50;

    final String id;
    final String site;
    final @Nullable String target;
    final Instant openedAt;
    final @Nullable String previous;
    final TreeSet<String> services = new TreeSet<>();
    final TreeSet<String> zones = new TreeSet<>();
    final TreeSet<Node> nodes = new TreeSet<>();
    final Told told = new Told();
    final Said said = new Said();
    final Looked looked = new Looked();
    final Ties ties = new Ties();
    final Timeline timeline;
    Incident.State state = Incident.State.OPEN;
    Severity severity = Severity.LOW;
    Diagnosis diagnosis = Diagnosis.NONE;
    Advice advice = new Advice("", List.of(), List.of());
    boolean historical;
    Instant updatedAt;

    @Nullable
    Instant endedAt;

    int episodes = 1;
    int revision;
    String catalog;

    Instant lastSeen;
    boolean stale;
    boolean retried;
    boolean flapping;
    final List<Instant> reopenings = new ArrayList<>();

    @Nullable
    Overflow overflow;

    Takeover takeover = Takeover.NONE;

    @Nullable
    String mergedInto;

    private Draft(
            String id,
            String site,
            @Nullable String target,
            Instant at,
            String catalog,
            @Nullable String before,
            List<Incident.TimelineEntry> entries) {
        this.id = id;
        this.site = site;
        this.target = target;
        this.openedAt = at;
        this.updatedAt = at;
        this.lastSeen = at;
        this.catalog = catalog;
        this.previous = before;
        this.timeline = new Timeline(entries);
    }

    static Draft open(
            String id, Opening opening, Instant at, boolean historical, String catalog, @Nullable String previous) {
        Sighting first = opening.sighting();
        Draft draft = new Draft(id, first.site(), first.target(), at, catalog, previous, List.of());
        draft.historical = historical;
        draft.retried = opening.retried();
        draft.timeline.note(
                at, "opened by " + opening.said() + (historical ? "; the line is old, so nothing is probed" : ""));
        return draft;
    }

    /** The incident of all that a site cannot follow singly. */
    static Draft overflow(String id, String site, Instant at, String catalog) {
        Draft draft = new Draft(id, site, null, at, catalog, null, List.of());
        draft.retried = true;
        draft.overflow = Overflow.NOTHING;
        draft.timeline.note(at, "opened for what this site has too much of to be followed singly");
        return draft;
    }

    /** The incident of what several others share. */
    static Draft parent(String id, String site, String cause, Instant at, String catalog, @Nullable String previous) {
        Draft draft = new Draft(id, site, null, at, catalog, previous, List.of());
        draft.ties.common = new Common(cause, List.of(), 0, List.of());
        return draft;
    }

    static Draft of(CaseFile file) {
        Incident was = file.incident();
        Draft draft = new Draft(
                was.id(), was.site(), was.target(), was.openedAt(), was.catalog(), was.previous(), was.timeline());
        draft.services.addAll(was.services());
        draft.zones.addAll(was.zones());
        draft.nodes.addAll(file.nodes());
        draft.told.addAll(file);
        draft.said.addAll(file);
        draft.looked.addAll(file);
        draft.ties.addAll(file);
        draft.state = was.state();
        draft.severity = was.severity();
        draft.diagnosis = was.diagnosis();
        draft.advice = was.advice();
        draft.historical = was.historical();
        draft.updatedAt = was.updatedAt();
        draft.endedAt = was.endedAt();
        draft.episodes = was.episodes();
        draft.revision = was.revision();
        draft.lastSeen = file.lastSeen();
        draft.stale = file.stale();
        draft.retried = file.retried();
        draft.flapping = was.flapping();
        draft.reopenings.addAll(file.reopenings());
        draft.overflow = file.overflow();
        draft.takeover = file.takeover();
        draft.mergedInto = was.mergedInto();
        return draft;
    }

    CaseFile close() {
        return new CaseFile(
                incident(),
                List.copyOf(nodes),
                told.captures,
                List.copyOf(told.codes),
                List.copyOf(told.details),
                List.copyOf(told.addresses),
                List.copyOf(told.drivers),
                List.copyOf(told.runtimes),
                looked.pending,
                looked.questions(),
                looked.confirmed,
                looked.recovered,
                looked.rechecks,
                looked.nextRecheck,
                looked.postponed,
                lastSeen,
                stale,
                retried,
                told.rate.bySecond(),
                reopenings,
                overflow,
                said.commands,
                takeover.equals(Takeover.NONE) ? null : takeover,
                List.copyOf(ties.muted),
                ties.radius,
                ties.neighbours.kept(),
                ties.common);
    }

    Incident incident() {
        return new Incident(
                Incident.SCHEMA,
                id,
                site,
                target,
                List.copyOf(services),
                List.copyOf(zones),
                state,
                said.acknowledged,
                said.silencedUntil,
                flapping,
                historical,
                severity,
                List.copyOf(told.symptoms.values()),
                told.rate.byMinute(),
                diagnosis,
                List.copyOf(looked.findings.values()),
                advice,
                told.samples,
                timeline.entries(),
                openedAt,
                updatedAt,
                endedAt,
                episodes,
                previous,
                mergedInto,
                ties.parent,
                revision,
                catalog,
                said.feedback,
                ties.shared,
                ties.children(),
                ties.moreChildren());
    }

    /** Counts a sighting in; true when it tells something new rather than more of the same. */
    boolean seen(Sighting sighting, Instant at, boolean old) {
        boolean news = !told.symptoms.containsKey(sighting.symptom());
        news |= services.size() < MAX_SERVICES && services.add(sighting.service());
        news |= zones.add(sighting.zone());
        news |= nodes.size() < Sighting.MAX_NODES && nodes.addAll(sighting.nodes());
        news |= weighs(sighting, at);
        told.add(sighting, at);
        takeover = sighting.unplaced() ? takeover.staying() : takeover;
        lastSeen = old ? lastSeen : at;
        return news;
    }

    /** One line that no driver tries again takes away what made all of them weigh little. */
    private boolean weighs(Sighting sighting, Instant at) {
        boolean now = retried && !sighting.retried();
        if (now) {
            retried = false;
            timeline.note(
                    at,
                    "service " + sighting.service() + " logs " + sighting.symptom()
                            + " as more than what a driver tries again, so it counts in full");
        }
        return now;
    }

    /** Takes evidence in, and what it tells of the deployment's nodes. */
    void found(Incident.Evidence evidence) {
        looked.found(evidence);
        if (evidence.facts() instanceof SrvFacts) {
            nodesAre(DeploymentNodes.named(this));
        }
        looked.keepOnly(nodes);
    }

    /**
     * What texts named besides is forgotten; but that they took the deployment's own name for a node's is what they tell,
     * so it stays.
     */
    private void nodesAre(List<Node> named) {
        if (!named.isEmpty()) {
            nodes.removeIf(node -> !node.host().equals(target));
            nodes.addAll(named);
        }
    }

    /** A new episode: what the last one showed does not speak for it. */
    void reopen(Instant at, Opening opening) {
        reopen(at, " by " + opening.said());
        retried = opening.retried();
    }

    /** {@code how} is what the timeline says after "reopened". */
    void reopen(Instant at, String how) {
        state = Incident.State.OPEN;
        endedAt = null;
        episodes++;
        told.forget();
        looked.forget();
        diagnosis = Diagnosis.NONE;
        ties.forget();
        overflow = overflow == null ? null : Overflow.NOTHING;
        takeover = takeover.reopened();
        timeline.note(at, Timeline.REOPENED + how);
        said.reopened(at, timeline);
    }

    /** Over, whatever is still to be answered or asked. */
    void resolve(Instant at) {
        state = Incident.State.RESOLVED;
        endedAt = at;
        looked.stop();
    }

    void resolve(Instant at, Duration quiet) {
        resolve(at);
        timeline.note(at, "resolved: no sighting for " + quiet.toSeconds() + " s, and no probe fails");
    }
}
