package dev.mendline.engine.incident.diagnosis;

import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.engine.incident.site.SiteTransaction;
import dev.mendline.engine.incident.state.Check;
import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.engine.incident.timeline.Params;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Incident.TimelineEntry;
import dev.mendline.model.incident.TimelineKind;
import dev.mendline.model.journal.Finding;
import dev.mendline.model.log.JournalPosition;
import dev.mendline.model.probe.GuardRefusal;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Handler of findings: adds each finding once to the incident that requested the probe. A missing answer counts as a
 * finding.
 */
public record FindingHandler(Reassessment review) {
    private static final int MAX_ALLOW = 300;

    /** Adds a finding; returns whether an incident waited for it. */
    public boolean handle(SiteTransaction transaction, Finding finding) {
        Optional<IncidentState> awaiting = transaction.incidents().awaiting(finding.request());
        if (awaiting.isEmpty()) {
            tooLate(transaction, finding);
            return false;
        }
        IncidentEditor editor = transaction.incidents().edit(awaiting.get());
        take(editor, finding.request(), evidence(finding, transaction.position()));
        editor.revision().reassess();
        editor.revision().publish();
        return true;
    }

    /** Notes the first answer to a request that has expired. */
    private static void tooLate(SiteTransaction transaction, Finding finding) {
        Check check =
                new Check(finding.probe(), finding.node(), finding.vantage().zone());
        transaction.incidents().unanswered(finding.target(), check).ifPresent(known -> {
            IncidentEditor editor = transaction.incidents().edit(known);
            if (editor.timeline().addOnceInEpisode(TimelineKind.ANSWER_IGNORED, check.params(), Params.NONE)) {
                editor.revision().change();
            }
        });
    }

    /** Adds an inconclusive finding for a request that nobody answered in time. */
    public void expire(SiteTransaction transaction, IncidentEditor editor, IncidentState.PendingProbe late) {
        take(editor, late.request(), unanswered(late.check(), transaction));
    }

    private static Incident.Evidence unanswered(Check check, SiteTransaction transaction) {
        return new Incident.Evidence(
                check.probe(),
                check.node(),
                check.zone(),
                Outcome.Kind.INCONCLUSIVE,
                Reason.NO_ANSWER,
                null,
                transaction.at(),
                transaction.position(),
                null);
    }

    private void take(IncidentEditor editor, String request, Incident.Evidence evidence) {
        editor.probes().settle(request);
        editor.addFinding(evidence);
        List<String> spared = review.spared(editor, Check.of(evidence));
        Reason reason = evidence.reason();
        editor.note(
                TimelineKind.PROBE_FINISHED,
                Check.of(evidence)
                        .params()
                        .and("outcome", evidence.outcome().word())
                        .and("reason", reason == null ? null : reason.word())
                        .and(TimelineEntry.SKIPPED, spared.isEmpty() ? null : String.join(", ", spared)));
    }

    /** Returns the last refusal; its line of configuration is cut to {@value #MAX_ALLOW} characters. */
    private static @Nullable GuardRefusal refusal(Finding finding) {
        List<GuardRefusal> all = finding.refusals();
        if (all.isEmpty()) {
            return null;
        }
        GuardRefusal last = all.get(all.size() - 1);
        String allow = last.allow();
        return allow == null || allow.length() <= MAX_ALLOW
                ? last
                : new GuardRefusal(last.subject(), last.why(), allow.substring(0, MAX_ALLOW - 1) + "…");
    }

    /** Returns the finding as evidence of an incident. */
    public static Incident.Evidence evidence(Finding finding, JournalPosition position) {
        return new Incident.Evidence(
                finding.probe(),
                finding.node(),
                finding.vantage().zone(),
                finding.outcome(),
                finding.reason(),
                finding.facts(),
                finding.at(),
                position,
                refusal(finding));
    }
}
