package dev.mendline.engine.incident.lifecycle;

import dev.mendline.engine.incident.diagnosis.BlastRadiusCalculator;
import dev.mendline.engine.incident.diagnosis.FindingHandler;
import dev.mendline.engine.incident.diagnosis.ProbePlanner;
import dev.mendline.engine.incident.diagnosis.Reassessment;
import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.engine.incident.site.SiteTransaction;
import dev.mendline.engine.incident.state.Check;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.engine.incident.state.PendingProbe;
import dev.mendline.engine.incident.timeline.Params;
import dev.mendline.model.facts.ProbeKind;
import dev.mendline.model.incident.TimelineKind;
import dev.mendline.model.incident.Verdict;
import dev.mendline.model.probe.Outcome;
import java.time.Instant;
import java.util.List;

/** What becomes of a site's incidents as time passes: answers that are late, rechecks, the end of silences, resolution. */
public final class TimeHandler {
    private final EngineSettings settings;
    private final ProbePlanner planner;
    private final Reassessment review;
    private final FlappingPolicy flapping;
    private final FindingHandler answers;

    public TimeHandler(
            EngineSettings settings,
            ProbePlanner planner,
            Reassessment review,
            FlappingPolicy flapping,
            FindingHandler answers) {
        this.settings = settings;
        this.planner = planner;
        this.review = review;
        this.flapping = flapping;
        this.answers = answers;
    }

    public void pass(SiteTransaction turn) {
        for (IncidentState file : List.copyOf(turn.cases)) {
            if (file.needsTicks()) {
                IncidentEditor draft = IncidentEditor.of(file);
                boolean changed = draft.said.silenceEnds(turn.at, draft.timeline);
                changed |= file.open() ? goesOn(turn, draft) : flapping.judge(draft, turn.at);
                turn.file(draft, changed);
            }
        }
    }

    private boolean goesOn(SiteTransaction turn, IncidentEditor draft) {
        boolean changed = expire(turn, draft);
        changed |= recheck(turn, draft);
        boolean waiting = draft.looked.postponed
                || (draft.diagnosis.verdict() == Verdict.POSSIBLE && draft.looked.pending.isEmpty());
        boolean spreads = draft.target != null && !draft.ties.radius.equals(BlastRadiusCalculator.of(turn, draft));
        if (changed || waiting || spreads) {
            changed |= review.of(turn, draft);
        }
        changed |= flapping.judge(draft, turn.at);
        changed |= mayResolve(turn, draft);
        return changed;
    }

    private boolean expire(SiteTransaction turn, IncidentEditor draft) {
        List<PendingProbe> late = draft.looked.pending.stream()
                .filter(pending -> !turn.at.isBefore(pending.deadline()))
                .toList();
        late.forEach(pending -> answers.none(turn, draft, pending));
        return !late.isEmpty();
    }

    private boolean recheck(SiteTransaction turn, IncidentEditor draft) {
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

    private boolean mayResolve(SiteTransaction turn, IncidentEditor draft) {
        boolean quiet = !turn.at.isBefore(draft.lastSeen.plus(settings.resolution().quiet()));
        if (!quiet || draft.ties.common != null || !draft.looked.settled()) {
            return false;
        }
        List<Check> failing = failing(draft);
        if (!failing.isEmpty()) {
            fails(turn.at, draft, failing);
            return false;
        }
        draft.resolve(turn.at, settings.resolution().quiet());
        return true;
    }

    private void fails(Instant at, IncidentEditor draft, List<Check> failing) {
        draft.stale |= draft.timeline.addOnceInEpisode(
                at,
                TimelineKind.NOT_RESOLVED,
                Params.NONE,
                failing.get(0)
                        .params()
                        .and("quiet-seconds", settings.resolution().quiet().toSeconds())
                        .and("others", failing.size() == 1 ? null : failing.size() - 1));
    }

    /** The failures in the services' own zones that keep the incident open. */
    private static List<Check> failing(IncidentEditor draft) {
        return draft.looked.findings.values().stream()
                .filter(found -> found.outcome() == Outcome.Kind.FAILED
                        && draft.zones.contains(found.zone())
                        && ProbeKind.of(found.probe())
                                .map(ProbeKind::blocksResolution)
                                .orElse(true))
                .map(Check::of)
                .toList();
    }
}
