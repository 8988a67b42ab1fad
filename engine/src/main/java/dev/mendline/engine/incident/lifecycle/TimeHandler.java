package dev.mendline.engine.incident.lifecycle;

import dev.mendline.engine.incident.diagnosis.FindingHandler;
import dev.mendline.engine.incident.diagnosis.ProbePlanner;
import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.engine.incident.site.SiteTransaction;
import dev.mendline.engine.incident.state.Check;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.engine.incident.timeline.Params;
import dev.mendline.model.facts.ProbeKind;
import dev.mendline.model.incident.TimelineKind;
import dev.mendline.model.incident.Verdict;
import dev.mendline.model.probe.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Handler of ticks: unanswered requests, rechecks, the end of silences, flapping and resolution. */
public record TimeHandler(
        EngineSettings settings, LifecyclePolicy lifecycle, ProbePlanner planner, FindingHandler findings) {
    /** Handles what is due, before the incidents are assessed. */
    public void handle(SiteTransaction transaction) {
        for (IncidentState known : transaction.incidents().all()) {
            if (known.needsTicks()) {
                IncidentEditor editor = transaction.incidents().edit(known);
                if (editor.operators().endSilence(transaction.at())) {
                    editor.note(TimelineKind.SILENCE_ENDED, Params.NONE);
                    editor.revision().publish();
                }
                if (editor.open()) {
                    handle(transaction, editor);
                }
            }
        }
    }

    private void handle(SiteTransaction transaction, IncidentEditor editor) {
        boolean changed = expire(transaction, editor);
        changed |= recheck(transaction, editor);
        if (changed) {
            editor.revision().publish();
        }
        boolean waiting = editor.probes().postponed()
                || (editor.assessment().diagnosis().verdict() == Verdict.POSSIBLE
                        && editor.probes().pending().isEmpty());
        boolean spreads = editor.target() != null
                && !editor.correlation().radius().equals(transaction.incidents().blastRadius(editor));
        if (changed || waiting || spreads) {
            editor.revision().reassess();
        }
    }

    /** Resolves incidents that are quiet, after they were assessed, and judges whether they are flapping. */
    public void resolve(SiteTransaction transaction) {
        for (IncidentEditor editor : transaction.incidents().edited()) {
            lifecycle.judgeFlapping(editor);
            if (editor.open()) {
                resolveIfQuiet(transaction, editor);
            }
        }
    }

    private boolean expire(SiteTransaction transaction, IncidentEditor editor) {
        List<IncidentState.PendingProbe> late = editor.probes().pending().stream()
                .filter(pending -> !transaction.at().isBefore(pending.deadline()))
                .toList();
        late.forEach(pending -> findings.expire(transaction, editor, pending));
        return !late.isEmpty();
    }

    private boolean recheck(SiteTransaction transaction, IncidentEditor editor) {
        Instant due = editor.probes().nextRecheck();
        if (due == null || transaction.at().isBefore(due)) {
            return false;
        }
        int before = editor.probes().pending().size();
        if (transaction.request(editor, planner.again(editor, due))) {
            editor.probes().rechecked();
            return true;
        }
        return editor.probes().pending().size() > before;
    }

    private void resolveIfQuiet(SiteTransaction transaction, IncidentEditor editor) {
        Duration quiet = settings.resolution().quiet();
        if (transaction.at().isBefore(editor.episode().lastSeen().plus(quiet))
                || editor.correlation().shared() != null
                || !editor.probes().settled()) {
            return;
        }
        List<Check> failing = failing(editor);
        Params reason = Params.of("quiet-seconds", quiet.toSeconds());
        if (failing.isEmpty()) {
            editor.resolve(reason, null);
        } else if (editor.timeline()
                .addOnceInEpisode(
                        TimelineKind.NOT_RESOLVED,
                        Params.NONE,
                        failing.get(0)
                                .params()
                                .and(reason)
                                .and("others", failing.size() == 1 ? null : failing.size() - 1))) {
            editor.revision().change();
        }
    }

    /** Returns the failures in the services' own zones that keep the incident open. */
    private static List<Check> failing(IncidentEditor editor) {
        return editor.probes().findings().values().stream()
                .filter(found -> found.outcome() == Outcome.Kind.FAILED
                        && editor.affected().zones().contains(found.zone())
                        && ProbeKind.of(found.probe())
                                .map(ProbeKind::blocksResolution)
                                .orElse(true))
                .map(Check::of)
                .toList();
    }
}
