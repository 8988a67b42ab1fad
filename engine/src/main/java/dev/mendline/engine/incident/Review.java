package dev.mendline.engine.incident;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.Cause;
import dev.mendline.engine.catalog.Evidence;
import dev.mendline.model.Diagnosis;
import dev.mendline.model.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;

/** Judges an incident anew whenever something was learnt: diagnosis, what to ask for next, advice. */
final class Review {
    private final Catalog catalog;
    private final EngineSettings settings;
    private final Planner planner;
    private final Diagnostician diagnostician;
    private final Adviser adviser;
    private final Mutes mutes;

    Review(Catalog catalog, EngineSettings settings, Planner planner) {
        this.catalog = catalog;
        this.settings = settings;
        this.planner = planner;
        this.diagnostician = new Diagnostician(catalog, planner);
        this.adviser = new Adviser(catalog);
        this.mutes = new Mutes(catalog);
    }

    /** True when the diagnosis changed. */
    boolean of(Turn turn, Draft draft) {
        Diagnosis before = draft.diagnosis;
        draft.ties.radius = Reaching.of(turn, draft);
        Evidence evidence = Diagnostician.evidence(draft);
        List<Cause> suspects = diagnostician.suspects(draft, evidence);
        SortedSet<Check> next = planner.next(suspects, draft, turn.at);
        boolean settled = next.isEmpty() && draft.looked.settled();
        Diagnosis now = Patience.tempered(diagnostician.diagnose(draft, suspects, evidence, next), draft, settled);
        hold(now, turn.at, draft, settled);
        draft.catalog = catalog.hash();
        boolean waits = Patience.waits(now) && !Patience.waits(before);
        boolean changed = waits
                || !Objects.equals(before.leading(), draft.diagnosis.leading())
                || before.verdict() != draft.diagnosis.verdict();
        if (changed && draft.diagnosis.leading() != null) {
            draft.timeline.note(
                    turn.at,
                    draft.diagnosis.leading() + " is "
                            + draft.diagnosis.verdict().word() + ": "
                            + draft.diagnosis.candidates().get(0).because());
        }
        mutes.tell(turn.at, draft);
        if (draft.target != null && !draft.historical) {
            new Restraint(settings, draft, turn.at).note(suspects);
        }
        ask(turn, draft, next);
        draft.ties.shared = Optional.ofNullable(draft.diagnosis.leading())
                .flatMap(catalog::cause)
                .map(Cause::shared)
                .orElse(null);
        draft.severity = adviser.severity(draft);
        draft.advice = adviser.advise(draft);
        return changed;
    }

    /** See {@link Planner#spared}; nothing where a check shuts no way. */
    List<String> spared(Draft draft, Check tcp) {
        return new Gate(draft).shuts(tcp)
                ? planner.spared(diagnostician.suspects(draft, Diagnostician.evidence(draft)), draft, tcp)
                : List.of();
    }

    private void ask(Turn turn, Draft draft, SortedSet<Check> next) {
        boolean all = turn.ask(draft, next);
        Instant recheck = draft.looked.nextRecheck;
        draft.looked.postponed = !all || (recheck != null && !turn.at.isBefore(recheck));
        boolean done = draft.looked.settled() && !draft.historical;
        if (done && recheck == null && !planner.again(draft, Instant.MAX).isEmpty()) {
            draft.looked.nextRecheck = turn.at.plus(settings.recheck(draft.looked.rechecks));
        }
    }

    /**
     * What was confirmed when all answers were in stays the diagnosis while the trouble goes away; what was confirmed on
     * the way there stands or falls with the answers that are still to come.
     */
    private static void hold(Diagnosis now, Instant at, Draft draft, boolean settled) {
        if (now.verdict() == Verdict.CONFIRMED) {
            draft.diagnosis = now;
            draft.looked.confirmed = settled ? now.leading() : draft.looked.confirmed;
            draft.looked.recovered = null;
        } else if (draft.looked.confirmed == null) {
            draft.diagnosis = now;
        } else if (draft.looked.recovered == null) {
            draft.looked.recovered = at;
        }
    }
}
