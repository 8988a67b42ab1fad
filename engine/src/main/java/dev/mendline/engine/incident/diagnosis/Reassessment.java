package dev.mendline.engine.incident.diagnosis;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.Cause;
import dev.mendline.engine.condition.Evidence;
import dev.mendline.engine.incident.advice.AdviceWriter;
import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.engine.incident.site.SiteTransaction;
import dev.mendline.engine.incident.state.Check;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.timeline.Params;
import dev.mendline.engine.incident.timeline.TimelineReason;
import dev.mendline.model.incident.Diagnosis;
import dev.mendline.model.incident.TimelineKind;
import dev.mendline.model.incident.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;

/** Judges an incident anew whenever something was learnt: diagnosis, what to ask for next, advice. */
public final class Reassessment {
    private final Catalog catalog;
    private final EngineSettings settings;
    private final ProbePlanner planner;
    private final Diagnostician diagnostician;
    private final AdviceWriter adviser;
    private final SymptomSuppression mutes;

    public Reassessment(Catalog catalog, EngineSettings settings, ProbePlanner planner) {
        this.catalog = catalog;
        this.settings = settings;
        this.planner = planner;
        this.diagnostician = new Diagnostician(catalog, planner);
        this.adviser = new AdviceWriter(catalog);
        this.mutes = new SymptomSuppression(catalog);
    }

    /** True when the diagnosis changed. */
    public boolean of(SiteTransaction turn, IncidentEditor draft) {
        Diagnosis before = draft.diagnosis;
        draft.ties.radius = BlastRadiusCalculator.of(turn, draft);
        Evidence evidence = Diagnostician.evidence(draft);
        List<Cause> suspects = diagnostician.suspects(draft, evidence);
        SortedSet<Check> next = planner.next(suspects, draft, turn.at);
        boolean settled = next.isEmpty() && draft.looked.settled();
        Diagnosis now =
                TransientErrorPolicy.tempered(diagnostician.diagnose(draft, suspects, evidence, next), draft, settled);
        hold(now, turn.at, draft, settled);
        draft.catalog = catalog.hash();
        boolean waits = now.provisional() && !before.provisional();
        boolean changed = waits
                || !Objects.equals(before.leading(), draft.diagnosis.leading())
                || before.verdict() != draft.diagnosis.verdict();
        if (changed && draft.diagnosis.leading() != null) {
            draft.timeline.add(
                    turn.at,
                    TimelineKind.DIAGNOSIS_CHANGED,
                    Params.of("cause", draft.diagnosis.leading())
                            .and("verdict", draft.diagnosis.verdict().word())
                            .and(Params.WHY, waits ? TimelineReason.NEEDS_SECOND_CHECK : null));
        }
        mutes.tell(turn.at, draft);
        if (draft.target != null && !draft.historical) {
            new SkippedProbes(settings, draft, turn.at).note(suspects);
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

    /** See {@link ProbePlanner#spared}; nothing where a check shuts no way. */
    List<String> spared(IncidentEditor draft, Check tcp) {
        return new TcpPrerequisite(draft).shuts(tcp)
                ? planner.spared(diagnostician.suspects(draft, Diagnostician.evidence(draft)), draft, tcp)
                : List.of();
    }

    private void ask(SiteTransaction turn, IncidentEditor draft, SortedSet<Check> next) {
        boolean all = turn.ask(draft, next);
        Instant recheck = draft.looked.nextRecheck;
        draft.looked.postponed = !all || (recheck != null && !turn.at.isBefore(recheck));
        boolean done = draft.looked.settled() && !draft.historical;
        if (done && recheck == null && !planner.again(draft, Instant.MAX).isEmpty()) {
            draft.looked.nextRecheck = turn.at.plus(settings.probing().recheck(draft.looked.rechecks));
        }
    }

    /**
     * What was confirmed when all answers were in stays the diagnosis while the trouble goes away; what was confirmed on
     * the way there stands or falls with the answers that are still to come.
     */
    private static void hold(Diagnosis now, Instant at, IncidentEditor draft, boolean settled) {
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
