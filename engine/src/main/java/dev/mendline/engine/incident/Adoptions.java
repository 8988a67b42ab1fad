package dev.mendline.engine.incident;

import dev.mendline.model.Adoption;
import java.util.Objects;
import java.util.Optional;

/** Takes what a place tells one of a site's incidents: who explains it, and how many fail nearby. */
final class Adoptions {
    private final Review review;

    Adoptions(Review review) {
        this.review = review;
    }

    /** What is meant for an incident that is over, or for an earlier episode of it, comes too late. */
    void take(Turn turn, Adoption adoption) {
        Optional<CaseFile> known = turn.byId(adoption.incident())
                .filter(CaseFile::open)
                .filter(file -> file.incident().episodes() == adoption.episode());
        if (known.isEmpty()) {
            return;
        }
        Draft draft = Draft.of(known.get());
        int nearby = draft.ties.neighbours.failing();
        if (!draft.ties.neighbours.hears(Neighbour.of(adoption))) {
            return;
        }
        boolean moved = moves(turn, draft);
        boolean judged = nearby != draft.ties.neighbours.failing() && review.of(turn, draft);
        turn.file(draft, moved || judged);
    }

    private static boolean moves(Turn turn, Draft draft) {
        String before = draft.ties.parent;
        Neighbour now = draft.ties.neighbours.parent(before).orElse(null);
        draft.ties.parent = now == null ? null : now.parent();
        if (Objects.equals(before, draft.ties.parent)) {
            return false;
        }
        draft.timeline.note(
                turn.at,
                now == null
                        ? "no longer part of incident " + before + "; it stands for itself"
                        : "part of incident " + now.parent() + " now: " + now.cause()
                                + " explains it and others; nothing is posted of it alone");
        return true;
    }
}
