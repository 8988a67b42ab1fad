package dev.mendline.engine.incident;

import dev.mendline.model.Command;
import dev.mendline.model.JournalPosition;
import dev.mendline.model.JournalRecord;
import dev.mendline.model.Outcome;
import dev.mendline.model.ProbeRequest;
import dev.mendline.model.Reason;
import dev.mendline.model.Sighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;

/** One site, while one journal record works on it: its cases as they become, and what follows. Never kept. */
final class Turn {
    final JournalPosition position;
    final Instant at;
    private final EngineSettings settings;
    final String site;
    final List<CaseFile> cases;
    private final List<Ended> ended;
    private final Budget budget;
    final Watch watch;
    final Crowd crowd;
    final Aliases aliases;
    final Talks talks;
    private final Graveyard graveyard;
    final Claims claims;
    final Surges surges;
    private final List<Emission> emissions = new ArrayList<>();

    Turn(SiteState state, JournalPosition position, Instant at, EngineSettings settings) {
        this.settings = settings;
        this.position = position;
        this.at = at;
        this.site = state.site();
        this.cases = new ArrayList<>(state.cases());
        this.ended = new ArrayList<>(state.ended());
        this.budget = new Budget(settings, state.spent(), at);
        this.watch = new Watch(settings, state.watched(), at);
        this.crowd = new Crowd(settings, state.newTargets(), at);
        this.aliases = new Aliases(site, state.aliases());
        this.talks = new Talks(settings, state.talksTo(), at);
        this.graveyard = new Graveyard(settings, state, at);
        this.claims = new Claims(state.claims());
        this.surges = new Surges(settings, state.surges(), at);
    }

    Step step() {
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
        emissions.add(new Emission.Forget(incident));
    }

    /** What cannot reopen any more is kept by its id alone. */
    void forget() {
        for (CaseFile file : List.copyOf(cases)) {
            if (!file.open() && !mayReopen(file)) {
                CaseFile last = file.incident().flapping() ? calmed(file) : file;
                cases.remove(last);
                remember(last);
            }
        }
    }

    /** What is published of it last is no longer that it comes and goes. */
    private CaseFile calmed(CaseFile file) {
        Draft draft = Draft.of(file);
        draft.flapping = false;
        draft.timeline.note(
                at,
                "no longer flapping: not back within " + settings.reopenWindow().toMinutes() + " min");
        file(draft, true);
        return cases.get(cases.size() - 1);
    }

    /** An overflow incident is nobody's own, and a merged one goes on in another; so none names them as the one before. */
    private void remember(CaseFile file) {
        graveyard.bury(file);
        if (file.overflow() == null && !file.merged()) {
            Ended last = Ended.of(file);
            String service = last.services().isEmpty() ? "" : last.services().get(0);
            ended.removeIf(known -> known.same(last.target(), service));
            ended.add(last);
        }
        while (ended.size() > SiteState.MAX_ENDED) {
            ended.remove(0);
        }
    }

    Optional<String> previous(Sighting sighting) {
        return ended.stream()
                .filter(known -> known.same(sighting.target(), sighting.service()))
                .map(Ended::id)
                .findFirst();
    }

    /** The parent before, by the cause that its children shared. */
    Optional<String> previous(String cause) {
        return ended.stream()
                .filter(known -> cause.equals(known.target()))
                .map(Ended::id)
                .findFirst();
    }

    Optional<CaseFile> of(Sighting sighting) {
        return cases.stream()
                .filter(file -> file.overflow() == null && !file.merged())
                .filter(file -> Objects.equals(file.incident().target(), sighting.target()))
                .filter(file ->
                        sighting.target() != null || file.incident().services().contains(sighting.service()))
                .findFirst();
    }

    Optional<CaseFile> overflow() {
        return cases.stream().filter(file -> file.overflow() != null).findFirst();
    }

    /** How many incidents are open that are followed singly. */
    long open() {
        return cases.stream()
                .filter(file -> file.open() && file.overflow() == null)
                .count();
    }

    Optional<CaseFile> byId(String incident) {
        return cases.stream()
                .filter(file -> file.incident().id().equals(incident))
                .findFirst();
    }

    Optional<CaseFile> awaiting(String request) {
        return cases.stream()
                .filter(file -> file.pending().stream()
                        .anyMatch(pending -> pending.request().equals(request)))
                .findFirst();
    }

    /** The open incident that has given this check up. */
    Optional<CaseFile> unanswered(String target, Check check) {
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
    void file(Draft draft, boolean matters) {
        boolean due = draft.stale && !at.isBefore(draft.updatedAt.plus(settings.publishEvery()));
        if (matters || due) {
            draft.revision += emissions.removeIf(each -> publishes(each, draft.id)) ? 0 : 1;
            draft.updatedAt = at;
            draft.stale = false;
            emissions.add(0, new Emission.Publish(Slim.fit(draft.incident())));
        }
        CaseFile file = draft.close();
        cases.removeIf(known -> known.incident().id().equals(draft.id));
        cases.add(file);
    }

    /** What one record brings about is one revision, however often it is filed. */
    private static boolean publishes(Emission emission, String incident) {
        return emission instanceof Emission.Publish published
                && published.incident().id().equals(incident);
    }

    /** Asks for as many checks as the budget allows, in their order; true when that is all of them. */
    boolean ask(Draft draft, SortedSet<Check> checks) {
        if (checks.isEmpty()) {
            return true;
        }
        String target = Objects.requireNonNull(draft.target);
        List<Check> now = checks.stream().limit(budget.left(target)).toList();
        budget.spend(target, now.size());
        draft.timeline.asked(at, now);
        draft.stale |= !now.isEmpty();
        now.forEach(check -> ask(draft, target, check));
        boolean all = now.size() == checks.size();
        if (!all && !draft.looked.postponed) {
            draft.looked.postponed = true;
            draft.stale = true;
            draft.timeline.note(
                    at,
                    "not asked: " + Counted.of(checks.size() - now.size(), "more check") + ", for the limit is "
                            + budget.limits() + "; what is left follows as soon as that allows");
        }
        return all;
    }

    /** How many more checks of a deployment may be asked for now. */
    int left(String target) {
        return budget.left(target);
    }

    /** What is said of those that may not. */
    String limits() {
        return budget.limits();
    }

    /** Tells another site, through the journal. */
    void write(JournalRecord record) {
        emissions.add(new Emission.Write(record));
    }

    void refuse(Command command, String why) {
        emissions.add(new Emission.Refused(command, why));
    }

    private void ask(Draft draft, String target, Check check) {
        Instant deadline = at.plus(settings.requestDeadline());
        String id = Ids.request(draft.id, check, position);
        draft.looked.pending.add(new Pending(id, check, deadline));
        draft.looked.asked.put(check, at);
        emissions.add(new Emission.Request(new ProbeRequest(
                id, draft.site, draft.id, check.probe(), target, check.node(), check.zone(), deadline)));
    }

    /** A silence holds until its end, over all that it is meant for. */
    private boolean mayReopen(CaseFile file) {
        Instant ended = file.incident().endedAt();
        if (file.silenced()) {
            return true;
        }
        return ended != null && at.isBefore(ended.plus(settings.reopenWindow()));
    }
}
