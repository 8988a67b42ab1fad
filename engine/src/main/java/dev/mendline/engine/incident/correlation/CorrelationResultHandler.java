package dev.mendline.engine.incident.correlation;

import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.engine.incident.site.SiteTransaction;
import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.engine.incident.timeline.Params;
import dev.mendline.model.incident.TimelineKind;
import dev.mendline.model.journal.CorrelationResult;
import java.util.Objects;

/** Handler of correlation results: the parent of an incident, and the number of deployments that fail nearby. */
public final class CorrelationResultHandler {
    /** Records a result; one for a resolved incident or an earlier episode is too late. */
    public void handle(SiteTransaction transaction, CorrelationResult result) {
        transaction
                .incidents()
                .byId(result.incident())
                .filter(IncidentState::open)
                .filter(known -> known.incident().episodes() == result.episode())
                .ifPresent(known -> handle(transaction.incidents().edit(known), result));
    }

    private static void handle(IncidentEditor editor, CorrelationResult result) {
        int nearby = editor.correlation().failingNearby();
        if (editor.correlation().record(IncidentState.ScopeResult.of(result))) {
            assignParent(editor);
            if (nearby != editor.correlation().failingNearby()) {
                editor.revision().reassess();
            }
        }
    }

    private static void assignParent(IncidentEditor editor) {
        String before = editor.correlation().parent();
        IncidentState.ScopeResult now = editor.correlation().assignParent();
        if (!Objects.equals(before, editor.correlation().parent())) {
            editor.note(
                    now == null ? TimelineKind.PARENT_REMOVED : TimelineKind.PARENT_ASSIGNED,
                    now == null
                            ? Params.of("parent", before)
                            : Params.of("parent", now.parent()).and("cause", now.cause()));
            editor.revision().publish();
        }
    }
}
