package dev.mendline.engine.incident.correlation;

import dev.mendline.engine.incident.diagnosis.Reassessment;
import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.engine.incident.site.SiteTransaction;
import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.engine.incident.state.ScopeResult;
import dev.mendline.engine.incident.timeline.Params;
import dev.mendline.model.incident.TimelineKind;
import dev.mendline.model.journal.CorrelationResult;
import java.util.Objects;
import java.util.Optional;

/** Takes what a place tells one of a site's incidents: who explains it, and how many fail nearby. */
public final class CorrelationResultHandler {
    private final Reassessment review;

    public CorrelationResultHandler(Reassessment review) {
        this.review = review;
    }

    /** What is meant for an incident that is over, or for an earlier episode of it, comes too late. */
    public void take(SiteTransaction turn, CorrelationResult adoption) {
        Optional<IncidentState> known = turn.byId(adoption.incident())
                .filter(IncidentState::open)
                .filter(file -> file.incident().episodes() == adoption.episode());
        if (known.isEmpty()) {
            return;
        }
        IncidentEditor draft = IncidentEditor.of(known.get());
        int nearby = draft.ties.neighbours.failing();
        if (!draft.ties.neighbours.hears(ScopeResult.of(adoption))) {
            return;
        }
        boolean moved = moves(turn, draft);
        boolean judged = nearby != draft.ties.neighbours.failing() && review.of(turn, draft);
        turn.file(draft, moved || judged);
    }

    private static boolean moves(SiteTransaction turn, IncidentEditor draft) {
        String before = draft.ties.parent;
        ScopeResult now = draft.ties.neighbours.parent(before).orElse(null);
        draft.ties.parent = now == null ? null : now.parent();
        if (Objects.equals(before, draft.ties.parent)) {
            return false;
        }
        draft.timeline.add(
                turn.at,
                now == null ? TimelineKind.PARENT_REMOVED : TimelineKind.PARENT_ASSIGNED,
                now == null
                        ? Params.of("parent", before)
                        : Params.of("parent", now.parent()).and("cause", now.cause()));
        return true;
    }
}
