package dev.mendline.engine.incident.editor;

import dev.mendline.engine.incident.state.BufferedSighting;
import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.engine.incident.state.MergeState;
import dev.mendline.engine.incident.state.Overflow;
import dev.mendline.engine.incident.timeline.Params;
import dev.mendline.engine.incident.timeline.TimelineText;
import dev.mendline.model.facts.SrvFacts;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.TimelineKind;
import dev.mendline.model.journal.MergeRequest;
import dev.mendline.model.journal.Sighting;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An incident that one journal record changes. Not thread-safe; it lives as long as the record is handled. */
public final class IncidentEditor {
    private final Instant at;
    private Identity identity;
    private final Episode episode;
    private final Revision revision;
    private final TimelineLog timeline;
    private final Assessment assessment;
    private final Affected affected = new Affected();
    private LogEvidence logs = new LogEvidence(new EventRate());
    private final ProbeHistory probes = new ProbeHistory();
    private final OperatorActions operators = new OperatorActions();
    private final Correlation correlation = new Correlation();

    @Nullable
    private Overflow overflow;

    private MergeState merge = MergeState.NONE;

    /** Opens an incident at this time of the journal. */
    public IncidentEditor(Identity identity, Instant at, boolean historical, boolean retried, String catalog) {
        this.at = at;
        this.identity = identity;
        this.episode = new Episode(at, historical, retried);
        this.revision = new Revision(0, at, false);
        this.timeline = new TimelineLog(List.of(), identity.openedAt());
        this.assessment = new Assessment(catalog);
    }

    /** Edits a stored incident; {@code at} is the journal's time of the record. */
    public IncidentEditor(IncidentState stored, Instant at) {
        this.at = at;
        Incident incident = stored.incident();
        this.identity = Identity.of(incident);
        this.episode = Episode.of(stored);
        this.revision = new Revision(
                incident.revision(), incident.updatedAt(), stored.lifecycle().unpublished());
        this.timeline = new TimelineLog(incident.timeline(), at);
        this.assessment = Assessment.of(stored);
        this.overflow = stored.overflow();
        this.merge = stored.merge();
        affected.addAll(stored);
        logs.add(stored);
        probes.addAll(stored);
        operators.addAll(stored);
        correlation.addAll(stored);
    }

    /** Returns the journal's time of the record. */
    public Instant at() {
        return at;
    }

    public IncidentState state() {
        return IncidentMapper.state(this, identity);
    }

    public String id() {
        return identity.id();
    }

    public String site() {
        return identity.site();
    }

    /** Returns the deployment; null while it is unknown. */
    public @Nullable String target() {
        return identity.target();
    }

    public Affected affected() {
        return affected;
    }

    public LogEvidence logs() {
        return logs;
    }

    public ProbeHistory probes() {
        return probes;
    }

    public OperatorActions operators() {
        return operators;
    }

    public Correlation correlation() {
        return correlation;
    }

    public Assessment assessment() {
        return assessment;
    }

    public TimelineLog timeline() {
        return timeline;
    }

    public Episode episode() {
        return episode;
    }

    public Revision revision() {
        return revision;
    }

    public boolean open() {
        return episode.state() == Incident.State.OPEN;
    }

    /** Returns what the incident stands for if it is the site's overflow incident; null otherwise. */
    public @Nullable Overflow overflow() {
        return overflow;
    }

    public MergeState merge() {
        return merge;
    }

    public void overflow(Overflow now) {
        overflow = now;
        revision.change();
    }

    /** Ends the mark that all lines are old: the incident counts as opened now. Returns whether it was set. */
    public boolean becomeCurrent() {
        boolean ends = episode.becomeCurrent(false);
        identity = ends ? identity.opened(at) : identity;
        return ends;
    }

    /** Adds a timeline entry. */
    public void note(TimelineKind kind, Params params) {
        note(kind, params, null);
    }

    /** Adds a timeline entry about an action of a person. */
    public void note(TimelineKind kind, Params params, @Nullable String by) {
        timeline.add(kind, params, by);
    }

    /** Records a sighting; returns whether it shows something new rather than more of the same. */
    public boolean record(BufferedSighting seen, boolean old) {
        Sighting sighting = seen.sighting();
        boolean news = !logs.symptoms().contains(sighting.symptom());
        news |= affected.addServices(List.of(sighting.service()));
        news |= affected.addZones(List.of(sighting.zone()));
        news |= affected.addNodes(sighting.nodes());
        if (!sighting.retried() && episode.becomeSevere()) {
            news = true;
            Params params = Params.of("service", sighting.service()).and("symptom", sighting.symptom());
            timeline.add(TimelineText.of(seen.at(), TimelineKind.COUNTED_IN_FULL, params, null));
        }
        logs.add(sighting, seen.at());
        merge = sighting.unplaced() ? merge.staying() : merge;
        if (!old) {
            episode.seen(seen.at());
        }
        revision.change();
        return news;
    }

    /** Adds a finding, and the nodes that it shows. */
    public void addFinding(Incident.Evidence finding) {
        probes.add(finding);
        if (finding.facts() instanceof SrvFacts) {
            affected.replaceNodes(probes.namedNodes(affected.zones()), target());
        }
        probes.keepOnly(affected.nodes());
    }

    /** Takes over an incident that is merged into this one. An overflow incident has counted its sightings before. */
    public void absorb(MergeRequest other) {
        merge = merge.of(other.incident());
        if (overflow == null) {
            operators.inherit(other, at);
            affected.addServices(other.services());
            affected.addZones(other.zones());
            affected.addNodes(other.texts().nodes());
            logs.add(other.texts(), !other.fromSite().equals(other.site()));
            episode.absorb(other, at);
            revision.change();
        }
    }

    /** Records that another incident is asked to take this one over. */
    public void requestMerge(MergeState.Adopter into) {
        merge = merge.askedOf(into);
    }

    /** Starts a new episode. Evidence of the last one does not count. */
    public void reopen(boolean retried, Params trigger) {
        episode.reopen(retried);
        logs = logs.nextEpisode();
        probes.startEpisode();
        assessment.startEpisode();
        correlation.startEpisode();
        overflow = overflow == null ? null : Overflow.NOTHING;
        merge = merge.reopened();
        note(TimelineKind.REOPENED, trigger);
        operators.startEpisode(timeline);
    }

    /** Ends the episode; {@code by} is null unless a person ends it. */
    public void resolve(Params reason, @Nullable String by) {
        episode.resolve(at);
        probes.stop();
        note(TimelineKind.RESOLVED, reason, by);
        revision.publish();
    }

    /** Ends the incident; that of this deployment counts its sightings. */
    public void mergeInto(String other, String deployment) {
        episode.mergeInto(other, at);
        probes.stop();
        note(TimelineKind.MERGED, Params.of("into", other).and("target", deployment));
        revision.publish();
        operators.unsilence();
        merge = MergeState.NONE;
    }
}
