package dev.mendline.engine.incident;

import dev.mendline.engine.catalog.Cause;
import dev.mendline.model.Outcome;
import dev.mendline.model.Verdict;
import java.time.Instant;
import java.util.List;

/** What becomes of a site's incidents as time passes: answers that are late, rechecks, the end of silences, resolution. */
final class Ticks {
    private static final String ECHO = "icmp";

    private final EngineSettings settings;
    private final Planner planner;
    private final Review review;
    private final Flapping flapping;
    private final Answers answers;

    Ticks(EngineSettings settings, Planner planner, Review review, Flapping flapping, Answers answers) {
        this.settings = settings;
        this.planner = planner;
        this.review = review;
        this.flapping = flapping;
        this.answers = answers;
    }

    void pass(Turn turn) {
        for (CaseFile file : List.copyOf(turn.cases)) {
            if (file.needsTicks()) {
                Draft draft = Draft.of(file);
                boolean changed = draft.said.silenceEnds(turn.at, draft.timeline);
                changed |= file.open() ? goesOn(turn, draft) : flapping.judge(draft, turn.at);
                turn.file(draft, changed);
            }
        }
    }

    private boolean goesOn(Turn turn, Draft draft) {
        boolean changed = expire(turn, draft);
        changed |= recheck(turn, draft);
        boolean waiting = draft.looked.postponed
                || (draft.diagnosis.verdict() == Verdict.POSSIBLE && draft.looked.pending.isEmpty());
        boolean spreads = draft.target != null && !draft.ties.radius.equals(Reaching.of(turn, draft));
        if (changed || waiting || spreads) {
            changed |= review.of(turn, draft);
        }
        changed |= flapping.judge(draft, turn.at);
        changed |= mayResolve(turn, draft);
        return changed;
    }

    private boolean expire(Turn turn, Draft draft) {
        List<Pending> late = draft.looked.pending.stream()
                .filter(pending -> !turn.at.isBefore(pending.deadline()))
                .toList();
        late.forEach(pending -> answers.none(turn, draft, pending));
        return !late.isEmpty();
    }

    private boolean recheck(Turn turn, Draft draft) {
        Instant due = draft.looked.nextRecheck;
        if (due == null || turn.at.isBefore(due)) {
            return false;
        }
        int before = draft.looked.pending.size();
        if (turn.ask(draft, planner.again(draft, due))) {
            draft.looked.rechecks++;
            draft.looked.nextRecheck = null;
            return true;
        }
        return draft.looked.pending.size() > before;
    }

    private boolean mayResolve(Turn turn, Draft draft) {
        boolean quiet = !turn.at.isBefore(draft.lastSeen.plus(settings.quiet()));
        if (!quiet || draft.ties.common != null || !draft.looked.settled()) {
            return false;
        }
        List<Check> failing = failing(draft);
        if (!failing.isEmpty()) {
            fails(turn.at, draft, failing);
            return false;
        }
        draft.resolve(turn.at, settings.quiet());
        return true;
    }

    private void fails(Instant at, Draft draft, List<Check> failing) {
        draft.stale |= draft.timeline.noteInEpisode(
                at,
                "not resolved: no sighting for " + settings.quiet().toSeconds() + " s",
                ", but " + failing.get(0) + " fails"
                        + (failing.size() == 1 ? "" : ", and " + Counted.of(failing.size() - 1, "other check")));
    }

    /**
     * Where the services' own zones still see a failure. A lost echo is none, for many networks drop them all, nor is what
     * Atlas has on its books: an address may be missing from a list that nobody needs, and where one does, other probes fail.
     */
    private static List<Check> failing(Draft draft) {
        return draft.looked.findings.values().stream()
                .filter(found -> found.outcome() == Outcome.Kind.FAILED
                        && draft.zones.contains(found.zone())
                        && !found.probe().equals(ECHO)
                        && !Cause.ofAtlas(found.probe()))
                .map(Check::of)
                .toList();
    }
}
