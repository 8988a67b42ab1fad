package dev.mendline.engine.incident.site;

import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.engine.incident.state.Bounds;
import dev.mendline.engine.incident.state.Check;
import dev.mendline.engine.incident.state.ClosedIncident;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.engine.incident.state.PendingProbe;
import dev.mendline.engine.incident.state.SiteState;
import dev.mendline.engine.incident.state.SizeLimiter;
import dev.mendline.engine.incident.timeline.Params;
import dev.mendline.engine.incident.timeline.TimelineReason;
import dev.mendline.engine.incident.timeline.TimelineText;
import dev.mendline.model.incident.TimelineKind;
import dev.mendline.model.journal.Command;
import dev.mendline.model.journal.JournalRecord;
import dev.mendline.model.journal.Sighting;
import dev.mendline.model.log.JournalPosition;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.ProbeRequest;
import dev.mendline.model.probe.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;

/** One site, while one journal record works on it: its cases as they become, and what follows. Never kept. */
public final class SiteTransaction {
    public final JournalPosition position;
    public final Instant at;
    private final EngineSettings settings;
    public final String site;
    public final List<IncidentState> cases;
    private final List<ClosedIncident> ended;
    private final ProbeBudget budget;
    public final NoiseBuffer watch;
    public final AdmissionLimit crowd;
    public final Aliases aliases;
    public final ServiceBindings talks;
    private final Retention graveyard;
    public final StandingClaims claims;
    public final ConnectionRates surges;
    private final List<Effect> emissions = new ArrayList<>();

    public SiteTransaction(SiteState state, JournalPosition position, Instant at, EngineSettings settings) {
        this.settings = settings;
        this.position = position;
        this.at = at;
        this.site = state.site();
        this.cases = new ArrayList<>(state.cases());
        this.ended = new ArrayList<>(state.ended());
        this.budget = new ProbeBudget(settings, state.spent(), at);
        this.watch = new NoiseBuffer(settings, state.watched(), at);
        this.crowd = new AdmissionLimit(settings, state.newTargets(), at);
        this.aliases = new Aliases(site, state.aliases());
        this.talks = new ServiceBindings(settings, state.talksTo(), at);
        this.graveyard = new Retention(settings, state, at);
        this.claims = new StandingClaims(state.claims());
        this.surges = new ConnectionRates(settings, state.surges(), at);
    }

    public Step step() {
        forget();
        graveyard.forgotten().forEach(this::erase);
        return new Step(
                new SiteState(
                        SiteState.VERSION,
                        site,
                        cases,
                        ended,
                        budget.spent(),
                        watch.kept(),
                        crowd.fresh(),
                        aliases.kept(),
                        talks.kept(),
                        graveyard.kept(),
                        claims.all(),
                        surges.kept()),
                emissions);
    }

    private void erase(String incident) {
        ended.removeIf(known -> known.id().equals(incident));
        emissions.add(new Effect.Forget(incident));
    }

    /** What cannot reopen any more is kept by its id alone. */
    public void forget() {
        for (IncidentState file : List.copyOf(cases)) {
            if (!file.open() && !mayReopen(file)) {
                IncidentState last = file.incident().flapping() ? calmed(file) : file;
                cases.remove(last);
                remember(last);
            }
        }
    }

    /** What is published of it last is no longer that it comes and goes. */
    private IncidentState calmed(IncidentState file) {
        IncidentEditor draft = IncidentEditor.of(file);
        draft.flapping = false;
        draft.timeline.add(
                at,
                TimelineKind.FLAPPING_ENDED,
                Params.of("minutes", settings.resolution().reopenWindow().toMinutes()));
        file(draft, true);
        return cases.get(cases.size() - 1);
    }

    /** An overflow incident is nobody's own, and a merged one goes on in another; so none names them as the one before. */
    private void remember(IncidentState file) {
        graveyard.bury(file);
        if (file.overflow() == null && !file.merged()) {
            ClosedIncident last = ClosedIncident.of(file);
            String service = last.services().isEmpty() ? "" : last.services().get(0);
            ended.removeIf(known -> known.same(last.target(), service));
            ended.add(last);
        }
        while (ended.size() > Bounds.CLOSED_INCIDENTS) {
            ended.remove(0);
        }
    }

    public Optional<String> previous(Sighting sighting) {
        return ended.stream()
                .filter(known -> known.same(sighting.target(), sighting.service()))
                .map(ClosedIncident::id)
                .findFirst();
    }

    /** The parent before, by the cause that its children shared. */
    public Optional<String> previous(String cause) {
        return ended.stream()
                .filter(known -> cause.equals(known.target()))
                .map(ClosedIncident::id)
                .findFirst();
    }

    public Optional<IncidentState> of(Sighting sighting) {
        return cases.stream()
                .filter(file -> file.overflow() == null && !file.merged())
                .filter(file -> Objects.equals(file.incident().target(), sighting.target()))
                .filter(file ->
                        sighting.target() != null || file.incident().services().contains(sighting.service()))
                .findFirst();
    }

    public Optional<IncidentState> overflow() {
        return cases.stream().filter(file -> file.overflow() != null).findFirst();
    }

    /** How many incidents are open that are followed singly. */
    public long open() {
        return cases.stream()
                .filter(file -> file.open() && file.overflow() == null)
                .count();
    }

    public Optional<IncidentState> byId(String incident) {
        return cases.stream()
                .filter(file -> file.incident().id().equals(incident))
                .findFirst();
    }

    public Optional<IncidentState> awaiting(String request) {
        return cases.stream()
                .filter(file -> file.pending().stream()
                        .anyMatch(pending -> pending.request().equals(request)))
                .findFirst();
    }

    /** The open incident that has given this check up. */
    public Optional<IncidentState> unanswered(String target, Check check) {
        return cases.stream()
                .filter(file -> file.open() && target.equals(file.incident().target()))
                .filter(file -> file.incident().findings().stream()
                        .anyMatch(found -> found.outcome() == Outcome.Kind.INCONCLUSIVE
                                && found.reason() == Reason.NO_ANSWER
                                && Check.of(found).equals(check)))
                .findFirst();
    }

    /**
     * Files a draft; publishes it when something changed that matters, or when enough time has passed. One step publishes an
     * incident once, as it ends.
     */
    public void file(IncidentEditor draft, boolean matters) {
        boolean due = draft.stale && !at.isBefore(draft.updatedAt.plus(settings.timing().publishEvery()));
        if (matters || due) {
            draft.revision += emissions.removeIf(each -> publishes(each, draft.id)) ? 0 : 1;
            draft.updatedAt = at;
            draft.stale = false;
            emissions.add(0, new Effect.Publish(SizeLimiter.fit(draft.incident())));
        }
        IncidentState file = draft.close();
        cases.removeIf(known -> known.incident().id().equals(draft.id));
        cases.add(file);
    }

    /** What one record brings about is one revision, however often it is filed. */
    private static boolean publishes(Effect emission, String incident) {
        return emission instanceof Effect.Publish published
                && published.incident().id().equals(incident);
    }

    /** Asks for as many checks as the budget allows, in their order; true when that is all of them. */
    public boolean ask(IncidentEditor draft, SortedSet<Check> checks) {
        if (checks.isEmpty()) {
            return true;
        }
        String target = Objects.requireNonNull(draft.target);
        List<Check> now = checks.stream().limit(budget.left(target)).toList();
        budget.spend(target, now.size());
        draft.timeline.requested(at, now);
        draft.stale |= !now.isEmpty();
        now.forEach(check -> ask(draft, target, check));
        boolean all = now.size() == checks.size();
        if (!all && !draft.looked.postponed) {
            draft.looked.postponed = true;
            draft.stale = true;
            draft.timeline.add(
                    at,
                    TimelineKind.PROBES_DEFERRED,
                    Params.because(TimelineReason.PROBE_LIMIT)
                            .and("deferred", checks.size() - now.size())
                            .and("checks", checks.size())
                            .and(budget.limits()));
        }
        return all;
    }

    /** How many more checks of a deployment may be asked for now. */
    public int left(String target) {
        return budget.left(target);
    }

    public Params limits() {
        return budget.limits();
    }

    /** Tells another site, through the journal. */
    public void write(JournalRecord record) {
        emissions.add(new Effect.Write(record));
    }

    public void refuse(Command command, Params why) {
        emissions.add(new Effect.Refused(command, TimelineText.clause(why)));
    }

    private void ask(IncidentEditor draft, String target, Check check) {
        Instant deadline = at.plus(settings.probing().deadline());
        String id = Ids.request(draft.id, check, position);
        draft.looked.pending.add(new PendingProbe(id, check, deadline));
        draft.looked.asked.put(check, at);
        emissions.add(new Effect.Request(new ProbeRequest(
                id, draft.site, draft.id, check.probe(), target, check.node(), check.zone(), deadline)));
    }

    /** A silence holds until its end, over all that it is meant for. */
    private boolean mayReopen(IncidentState file) {
        Instant ended = file.incident().endedAt();
        if (file.silenced()) {
            return true;
        }
        return ended != null && at.isBefore(ended.plus(settings.resolution().reopenWindow()));
    }
}
