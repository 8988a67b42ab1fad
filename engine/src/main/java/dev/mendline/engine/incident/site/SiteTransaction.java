package dev.mendline.engine.incident.site;

import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.engine.incident.state.Check;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.engine.incident.state.SiteState;
import dev.mendline.engine.incident.state.SizeLimiter;
import dev.mendline.engine.incident.timeline.Params;
import dev.mendline.engine.incident.timeline.TimelineReason;
import dev.mendline.engine.incident.timeline.TimelineText;
import dev.mendline.model.incident.TimelineKind;
import dev.mendline.model.journal.Command;
import dev.mendline.model.journal.JournalRecord;
import dev.mendline.model.log.JournalPosition;
import dev.mendline.model.probe.ProbeRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One site while one journal record is handled. Handlers edit incidents and add effects; {@link #close} then makes the
 * revisions and the state of each edited incident once.
 */
public final class SiteTransaction {
    private final String site;
    private final JournalPosition position;
    private final Instant at;
    private final EngineSettings settings;
    private final SiteIncidents incidents;
    private final Retention retention;
    private final ProbeBudget budget;
    private final NoiseBuffer noise;
    private final AdmissionLimit admission;
    private final Aliases aliases;
    private final ServiceBindings bindings;
    private final StandingClaims claims;
    private final ConnectionRates connections;
    private final List<Effect> published = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();

    /** State of a changed incident before and after the journal record; {@code before} is null if it is new. */
    public record Change(@Nullable IncidentState before, IncidentState now) {}

    public SiteTransaction(SiteState state, JournalPosition position, Instant at, EngineSettings settings) {
        this.site = state.site();
        this.position = position;
        this.at = at;
        this.settings = settings;
        this.incidents = new SiteIncidents(state.incidents(), at);
        this.retention = new Retention(settings, state.past(), at);
        this.budget = new ProbeBudget(settings, state.usage().probes(), at);
        this.noise = new NoiseBuffer(settings, state.usage().buffered(), at);
        this.admission = new AdmissionLimit(settings, state.usage().newTargets(), at);
        this.aliases = new Aliases(site, state.names().aliases());
        this.bindings = new ServiceBindings(settings, state.names().bindings(), at);
        this.claims = new StandingClaims(state.claims());
        this.connections = new ConnectionRates(settings, state.connections(), at);
    }

    public String site() {
        return site;
    }

    public JournalPosition position() {
        return position;
    }

    /** Returns the broker's time of the journal record. */
    public Instant at() {
        return at;
    }

    public SiteIncidents incidents() {
        return incidents;
    }

    public Retention retention() {
        return retention;
    }

    public ProbeBudget budget() {
        return budget;
    }

    public NoiseBuffer noise() {
        return noise;
    }

    public AdmissionLimit admission() {
        return admission;
    }

    public Aliases aliases() {
        return aliases;
    }

    public ServiceBindings bindings() {
        return bindings;
    }

    public StandingClaims claims() {
        return claims;
    }

    public ConnectionRates connections() {
        return connections;
    }

    /** Removes the incidents that can no longer reopen, after their last revision. */
    public void retire() {
        for (IncidentState known : incidents.all()) {
            if (!known.open() && !mayReopen(known)) {
                if (known.incident().flapping()) {
                    endFlapping(incidents.edit(known));
                }
                IncidentState last = incidents.isEdited(known.id()) ? revise(incidents.edit(known)) : known;
                incidents.remove(last.id());
                retention.keep(last);
            }
        }
    }

    /** Returns whether the incident may reopen. A silence holds until its end. */
    private boolean mayReopen(IncidentState known) {
        Instant ended = known.incident().endedAt();
        return known.silenced()
                || (ended != null
                        && at.isBefore(ended.plus(settings.resolution().reopenWindow())));
    }

    private void endFlapping(IncidentEditor editor) {
        editor.episode().endFlapping();
        editor.note(
                TimelineKind.FLAPPING_ENDED,
                Params.of("minutes", settings.resolution().reopenWindow().toMinutes()));
        editor.revision().publish();
    }

    private IncidentState revise(IncidentEditor editor) {
        boolean due = editor.revision().next(at, settings.timing().publishEvery());
        IncidentState now = editor.state();
        if (due) {
            published.add(new Effect.Publish(SizeLimiter.fit(now.incident())));
        }
        return now;
    }

    /** Requests as many checks as the budget allows, in their order; returns whether these are all. */
    public boolean request(IncidentEditor editor, SortedSet<Check> checks) {
        if (checks.isEmpty()) {
            return true;
        }
        String target = Objects.requireNonNull(editor.target());
        List<Check> now = checks.stream().limit(budget.left(target)).toList();
        if (!now.isEmpty()) {
            budget.spend(target, now.size());
            editor.timeline().requested(now);
            editor.revision().change();
            now.forEach(check -> request(editor, target, check));
        }
        boolean all = now.size() == checks.size();
        if (!all && editor.probes().postpone()) {
            editor.revision().change();
            editor.note(
                    TimelineKind.PROBES_DEFERRED,
                    Params.because(TimelineReason.PROBE_LIMIT)
                            .and("deferred", checks.size() - now.size())
                            .and("checks", checks.size())
                            .and(budget.limits()));
        }
        return all;
    }

    private void request(IncidentEditor editor, String target, Check check) {
        Instant deadline = at.plus(settings.probing().deadline());
        String id = Ids.request(editor.id(), check, position);
        editor.probes().request(new IncidentState.PendingProbe(id, check, deadline), at);
        effects.add(new Effect.Request(new ProbeRequest(
                id, editor.site(), editor.id(), check.probe(), target, check.node(), check.zone(), deadline)));
    }

    /** Writes a journal record to another site. */
    public void write(JournalRecord record) {
        effects.add(new Effect.Write(record));
    }

    public void refuse(Command command, Params why) {
        effects.add(new Effect.Refused(command, TimelineText.clause(why)));
    }

    /** Ends the editing: makes the revisions that are due and the new states. Returns the incidents that changed. */
    public List<Change> close() {
        retire();
        List<Change> changes = new ArrayList<>();
        for (IncidentEditor editor : incidents.edited()) {
            IncidentState now = revise(editor);
            IncidentState before = incidents.before(editor.id());
            if (!now.equals(before)) {
                changes.add(new Change(before, now));
                incidents.store(now);
            }
        }
        return changes;
    }

    /** Returns the state of the site, and the effects: first the revisions. */
    public Step step() {
        retention.expire().forEach(id -> effects.add(new Effect.Forget(id)));
        return new Step(
                new SiteState(
                        SiteState.VERSION,
                        site,
                        incidents.stored(),
                        retention.kept(),
                        new SiteState.Usage(budget.spent(), noise.kept(), admission.kept()),
                        new SiteState.Names(aliases.kept(), bindings.kept()),
                        claims.all(),
                        connections.kept()),
                Stream.concat(published.stream(), effects.stream()).toList());
    }
}
