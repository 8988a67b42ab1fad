package dev.mendline.engine.incident;

import dev.mendline.engine.catalogue.Catalogue;
import dev.mendline.engine.catalogue.Cause;
import dev.mendline.model.Command;
import dev.mendline.model.Finding;
import dev.mendline.model.Incident;
import dev.mendline.model.JournalPosition;
import dev.mendline.model.JournalRecord;
import dev.mendline.model.Outcome;
import dev.mendline.model.Reason;
import dev.mendline.model.Sighting;
import dev.mendline.model.Tick;
import dev.mendline.model.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Folds a journal partition into incidents: {@code on(record, state)} gives the next state of the record's site and what
 * follows from it. Pure: the journal's broker time is its only clock.
 */
public final class IncidentEngine {
    private static final int MAX_NOTE = 300;
    private static final String ECHO = "icmp";

    private final EngineSettings settings;
    private final Planner planner;
    private final Review review;
    private final Flapping flapping;
    private final Intake intake;
    private final People people;

    public IncidentEngine(Catalogue catalogue, EngineSettings settings) {
        this.settings = settings;
        this.planner = new Planner(settings);
        this.review = new Review(catalogue, settings, planner);
        this.flapping = new Flapping(settings);
        this.intake = new Intake(catalogue, settings, review, flapping);
        this.people = new People(settings, new Recheck(settings, review));
    }

    /**
     * One step.
     *
     * @param record what was read; a {@link Tick} is to be given to every site of its partition that needs ticks
     * @param position where it stands in the journal
     * @param at the broker's time of it
     * @param state the site's state before
     */
    public Step on(JournalRecord record, JournalPosition position, Instant at, SiteState state) {
        Turn turn = new Turn(state, position, at, settings);
        if (record instanceof Sighting sighting) {
            intake.take(turn, sighting);
        } else if (record instanceof Finding finding) {
            onFinding(turn, finding);
        } else if (record instanceof Command command) {
            people.on(turn, command);
        } else if (record instanceof Tick) {
            onTick(turn);
        }
        return turn.step();
    }

    private void onFinding(Turn turn, Finding finding) {
        Optional<CaseFile> awaiting = turn.awaiting(finding.request());
        if (awaiting.isEmpty()) {
            tooLate(turn, finding);
            return;
        }
        Draft draft = Draft.of(awaiting.get());
        take(turn, draft, finding.request(), evidence(finding, turn.position));
        review.of(turn, draft);
        turn.file(draft, true);
    }

    /** The first word on a check that had been given up already. */
    private static void tooLate(Turn turn, Finding finding) {
        Check check =
                new Check(finding.probe(), finding.node(), finding.vantage().zone());
        turn.unanswered(finding.target(), check).ifPresent(file -> {
            Draft draft = Draft.of(file);
            draft.stale |= draft.timeline.noteInEpisode(
                    turn.at, "not taken: the answer to " + check, ", for it came too late");
            turn.file(draft, false);
        });
    }

    private void take(Turn turn, Draft draft, String request, Incident.Evidence evidence) {
        draft.looked.settle(request);
        draft.found(evidence);
        List<String> spared = review.spared(draft, Check.of(evidence));
        draft.timeline.note(
                turn.at,
                Check.of(evidence) + " " + evidence.outcome().word()
                        + (evidence.reason() == null
                                ? ""
                                : ": " + evidence.reason().word())
                        + (spared.isEmpty()
                                ? ""
                                : "; not asked: " + String.join(", ", spared) + ", which would only repeat it"));
    }

    /** Where the look was not allowed, the last line of the transcript says what would allow it. */
    private static @Nullable String note(Finding finding) {
        List<String> transcript = finding.transcript();
        return finding.reason() != Reason.NOT_ALLOWED || transcript.isEmpty()
                ? null
                : cut(transcript.get(transcript.size() - 1));
    }

    private static String cut(String line) {
        return line.length() <= MAX_NOTE ? line : line.substring(0, MAX_NOTE - 1) + "…";
    }

    private static Incident.Evidence evidence(Finding finding, JournalPosition position) {
        return new Incident.Evidence(
                finding.probe(),
                finding.node(),
                finding.vantage().zone(),
                finding.outcome(),
                finding.reason(),
                finding.facts(),
                finding.at(),
                position,
                note(finding));
    }

    private void onTick(Turn turn) {
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
        if (changed || waiting) {
            changed |= review.of(turn, draft);
        }
        changed |= flapping.judge(draft, turn.at);
        changed |= mayResolve(turn, draft);
        return changed;
    }

    /** A request that nobody answered in time is evidence of nothing. */
    private boolean expire(Turn turn, Draft draft) {
        List<Pending> late = draft.looked.pending.stream()
                .filter(pending -> !turn.at.isBefore(pending.deadline()))
                .toList();
        late.forEach(pending -> take(turn, draft, pending.request(), unanswered(pending.check(), turn)));
        return !late.isEmpty();
    }

    private static Incident.Evidence unanswered(Check check, Turn turn) {
        return new Incident.Evidence(
                check.probe(),
                check.node(),
                check.zone(),
                Outcome.Kind.INCONCLUSIVE,
                Reason.NO_ANSWER,
                null,
                turn.at,
                turn.position,
                null);
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
        if (!quiet || !draft.looked.settled()) {
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
