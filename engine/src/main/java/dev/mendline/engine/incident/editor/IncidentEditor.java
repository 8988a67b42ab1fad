package dev.mendline.engine.incident.editor;

import dev.mendline.engine.incident.state.Bounds;
import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.engine.incident.state.MergeState;
import dev.mendline.engine.incident.state.Overflow;
import dev.mendline.engine.incident.state.SharedCause;
import dev.mendline.engine.incident.timeline.Params;
import dev.mendline.engine.incident.timeline.TimelineReason;
import dev.mendline.model.Version;
import dev.mendline.model.facts.SrvFacts;
import dev.mendline.model.incident.Advice;
import dev.mendline.model.incident.Diagnosis;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Severity;
import dev.mendline.model.incident.TimelineKind;
import dev.mendline.model.journal.Sighting;
import dev.mendline.model.probe.Node;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A case file opened for writing, within one step of the engine. Not thread-safe, never kept. */
public final class IncidentEditor {

    public final String id;
    public final String site;
    public final @Nullable String target;
    final Instant openedAt;
    final @Nullable String previous;
    public final TreeSet<String> services = new TreeSet<>();
    public final TreeSet<String> zones = new TreeSet<>();
    public final TreeSet<Node> nodes = new TreeSet<>();
    public final LogEvidence told = new LogEvidence();
    public final OperatorActions said = new OperatorActions();
    public final ProbeHistory looked = new ProbeHistory();
    public final Correlation ties = new Correlation();
    public final TimelineLog timeline;
    public Incident.State state = Incident.State.OPEN;
    public Severity severity = Severity.LOW;
    public Diagnosis diagnosis = Diagnosis.NONE;
    public Advice advice = new Advice("", List.of(), List.of());
    public boolean historical;
    public Instant updatedAt;

    @Nullable
    Instant endedAt;

    int episodes = 1;
    public int revision;
    public String catalog;

    public Instant lastSeen;
    public boolean stale;
    public boolean retried;
    public boolean flapping;
    public final List<Instant> reopenings = new ArrayList<>();

    @Nullable
    public Overflow overflow;

    public MergeState takeover = MergeState.NONE;

    @Nullable
    public String mergedInto;

    private IncidentEditor(
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
        this.timeline = new TimelineLog(entries);
    }

    public static IncidentEditor open(
            String id, Opening opening, Instant at, boolean historical, String catalog, @Nullable String previous) {
        Sighting first = opening.sighting();
        IncidentEditor draft = new IncidentEditor(id, first.site(), first.target(), at, catalog, previous, List.of());
        draft.historical = historical;
        draft.retried = opening.retried();
        draft.timeline.add(at, TimelineKind.OPENED, opening.params());
        if (historical) {
            draft.timeline.add(at, TimelineKind.NOT_PROBED, Params.because(TimelineReason.OLD_LINES));
        }
        return draft;
    }

    /** The incident of all that a site cannot follow singly. */
    public static IncidentEditor overflow(String id, String site, Instant at, String catalog) {
        IncidentEditor draft = new IncidentEditor(id, site, null, at, catalog, null, List.of());
        draft.retried = true;
        draft.overflow = Overflow.NOTHING;
        draft.timeline.add(at, TimelineKind.OPENED, Params.NONE);
        return draft;
    }

    /** The incident of what several others share. */
    public static IncidentEditor parent(
            String id, String site, String cause, Instant at, String catalog, @Nullable String previous) {
        IncidentEditor draft = new IncidentEditor(id, site, null, at, catalog, previous, List.of());
        draft.ties.common = new SharedCause(cause, List.of(), 0, List.of());
        return draft;
    }

    public static IncidentEditor of(IncidentState file) {
        Incident was = file.incident();
        IncidentEditor draft = new IncidentEditor(
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

    public IncidentState close() {
        return new IncidentState(
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
                takeover.equals(MergeState.NONE) ? null : takeover,
                List.copyOf(ties.muted),
                ties.radius,
                ties.neighbours.kept(),
                ties.common);
    }

    public Incident incident() {
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
                ties.moreChildren(),
                Version.CURRENT);
    }

    /** Counts a sighting in; true when it tells something new rather than more of the same. */
    public boolean seen(Sighting sighting, Instant at, boolean old) {
        boolean news = !told.symptoms.containsKey(sighting.symptom());
        news |= services.size() < Bounds.SERVICES && services.add(sighting.service());
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
            timeline.add(
                    at,
                    TimelineKind.COUNTED_IN_FULL,
                    Params.of("service", sighting.service()).and("symptom", sighting.symptom()));
        }
        return now;
    }

    /** Takes evidence in, and what it tells of the deployment's nodes. */
    public void found(Incident.Evidence evidence) {
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
    public void reopen(Instant at, Opening opening) {
        reopen(at, opening.params());
        retried = opening.retried();
    }

    public void reopen(Instant at, Params trigger) {
        state = Incident.State.OPEN;
        endedAt = null;
        episodes++;
        told.forget();
        looked.forget();
        diagnosis = Diagnosis.NONE;
        ties.forget();
        overflow = overflow == null ? null : Overflow.NOTHING;
        takeover = takeover.reopened();
        timeline.add(at, TimelineKind.REOPENED, trigger);
        said.reopened(at, timeline);
    }

    /** Over, whatever is still to be answered or asked. */
    public void resolve(Instant at) {
        state = Incident.State.RESOLVED;
        endedAt = at;
        looked.stop();
    }

    public void resolve(Instant at, Duration quiet) {
        resolve(at);
        timeline.add(at, TimelineKind.RESOLVED, Params.of("quiet-seconds", quiet.toSeconds()));
    }
}
