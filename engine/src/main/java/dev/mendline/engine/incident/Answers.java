package dev.mendline.engine.incident;

import dev.mendline.model.Finding;
import dev.mendline.model.Incident;
import dev.mendline.model.JournalPosition;
import dev.mendline.model.Outcome;
import dev.mendline.model.Reason;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What probes answer becomes evidence of the incident that asked, once; so does that none answered. */
final class Answers {
    private static final int MAX_NOTE = 300;

    private final Review review;

    Answers(Review review) {
        this.review = review;
    }

    /** True when an incident waited for it. */
    boolean take(Turn turn, Finding finding) {
        Optional<CaseFile> awaiting = turn.awaiting(finding.request());
        if (awaiting.isEmpty()) {
            tooLate(turn, finding);
            return false;
        }
        Draft draft = Draft.of(awaiting.get());
        take(turn, draft, finding.request(), evidence(finding, turn.position));
        review.of(turn, draft);
        turn.file(draft, true);
        return true;
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

    /** A request that nobody answered in time is evidence of nothing. */
    void none(Turn turn, Draft draft, Pending late) {
        take(turn, draft, late.request(), unanswered(late.check(), turn));
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
}
