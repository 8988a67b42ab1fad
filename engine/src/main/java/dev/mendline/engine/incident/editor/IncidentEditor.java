package dev.mendline.engine.incident.editor;

import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.engine.incident.state.MergeState;
import dev.mendline.engine.incident.state.Overflow;
import dev.mendline.engine.incident.timeline.Params;
import dev.mendline.model.facts.SrvFacts;
import dev.mendline.model.incident.Diagnosis;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.TimelineKind;
import dev.mendline.model.incident.Verdict;
import dev.mendline.model.journal.MergeRequest;
import dev.mendline.model.journal.Sighting;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An incident that one journal record changes. Not thread-safe; it lives as long as the record is handled. */
public final class IncidentEditor {
    private final IncidentIdentity identity;
    private final Episode episode;
    private final Revision revision;
    private final TimelineLog timeline;
    private final Assessment assessment;
    private final Affected affected = new Affected();
    private final LogEvidence logs = new LogEvidence();
    private final ProbeHistory probes = new ProbeHistory();
    private final OperatorActions operators = new OperatorActions();
    private final Correlation correlation = new Correlation();
    private final Reopenings reopenings = new Reopenings();

    @Nullable
    private Overflow overflow;

    private MergeState merge = MergeState.NONE;

    /**
     * Opens an incident.
     *
     * @param historical true if all its lines are old
     * @param retried true if drivers retry by themselves all that the lines show
     */
    public IncidentEditor(IncidentIdentity identity, boolean historical, boolean retried, String catalog) {
        this.identity = identity;
        this.episode = new Episode(identity.openedAt(), historical, retried);
        this.revision = new Revision(0, identity.openedAt(), false);
        this.timeline = new TimelineLog(List.of());
        this.assessment = new Assessment(catalog);
    }

    public IncidentEditor(IncidentState stored) {
        Incident incident = stored.incident();
        this.identity = IncidentIdentity.of(incident);
        this.episode = Episode.of(stored);
        this.revision = new Revision(
                incident.revision(), incident.updatedAt(), stored.lifecycle().unpublished());
        this.timeline = new TimelineLog(incident.timeline());
        this.assessment = Assessment.of(incident);
        this.overflow = stored.overflow();
        this.merge = stored.merge();
        affected.addAll(stored);
        logs.addAll(stored);
        probes.addAll(stored);
        operators.addAll(stored);
        correlation.addAll(stored);
        reopenings.addAll(stored);
    }

    public IncidentState state() {
        return IncidentMapper.state(this);
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

    public Reopenings reopenings() {
        return reopenings;
    }

    public Assessment assessment() {
        return assessment;
    }

    public TimelineLog timeline() {
        return timeline;
    }

    IncidentIdentity identity() {
        return identity;
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

    /** Records a sighting; returns whether it shows something new rather than more of the same. */
    public boolean record(Sighting sighting, Instant at, boolean old) {
        boolean news = !logs.symptoms().contains(sighting.symptom());
        news |= affected.addServices(List.of(sighting.service()));
        news |= affected.addZones(List.of(sighting.zone()));
        news |= affected.addNodes(sighting.nodes());
        if (!sighting.retried() && episode.becomeSevere()) {
            news = true;
            timeline.add(
                    at,
                    TimelineKind.COUNTED_IN_FULL,
                    Params.of("service", sighting.service()).and("symptom", sighting.symptom()));
        }
        logs.add(sighting, at);
        merge = sighting.unplaced() ? merge.staying() : merge;
        if (!old) {
            episode.seen(at);
        }
        revision.change();
        return news;
    }

    /** Adds a finding, and the nodes that it shows. */
    public void addFinding(Incident.Evidence finding) {
        probes.add(finding);
        if (finding.facts() instanceof SrvFacts) {
            affected.replaceNodes(DeploymentNodes.named(probes.findings().values(), affected.zones()), target());
        }
        probes.keepOnly(affected.nodes());
    }

    /** Adds the evidence of an incident that is merged into this one. */
    public void absorb(MergeRequest other, Instant at) {
        affected.addServices(other.services());
        affected.addZones(other.zones());
        affected.addNodes(other.texts().nodes());
        logs.add(other.texts());
        if (!other.retried()) {
            episode.becomeSevere();
        }
        episode.becomeCurrent(other.historical());
        episode.seen(other.lastSeen().isAfter(at) ? at : other.lastSeen());
        revision.change();
    }

    /** Records that another incident is merged into this one. */
    public void mergedFrom(MergeRequest other, Instant at) {
        merge = merge.of(other.incident());
        if (overflow == null) {
            operators.inherit(other, at);
        }
    }

    /** Records that another incident is asked to take this one over. */
    public void requestMerge(MergeState.Adopter into) {
        merge = merge.askedOf(into);
    }

    /** Starts a new episode. Evidence of the last one does not count. */
    public void reopen(Instant at, boolean retried, Params trigger) {
        episode.reopen(retried);
        logs.startEpisode();
        probes.startEpisode();
        assessment.diagnose(Diagnosis.NONE);
        correlation.startEpisode();
        overflow = overflow == null ? null : Overflow.NOTHING;
        merge = merge.reopened();
        timeline.add(at, TimelineKind.REOPENED, trigger);
        operators.startEpisode(at, timeline);
    }

    /** Ends the episode. */
    public void resolve(Instant at) {
        episode.resolve(at);
        probes.stop();
    }

    /** Ends the incident; another one counts its sightings. */
    public void mergeInto(String other, Instant at) {
        episode.mergeInto(other, at);
        probes.stop();
        operators.unsilence();
        merge = MergeState.NONE;
    }

    /**
     * Sets the diagnosis. A cause that was confirmed when all answers were in stays the diagnosis while the evidence
     * recovers.
     *
     * @param settled true if all answers are in
     */
    public void diagnose(Diagnosis now, boolean settled, Instant at) {
        if (now.verdict() == Verdict.CONFIRMED) {
            probes.confirm(now.leading(), settled);
        } else if (probes.confirmed() != null) {
            probes.recover(at);
            return;
        }
        assessment.diagnose(now);
    }
}
