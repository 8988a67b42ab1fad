package dev.mendline.engine.incident.diagnosis;

import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.model.incident.Diagnosis;
import dev.mendline.model.incident.Verdict;

/**
 * Policy for errors that drivers retry. They are often over before anyone reads about them, above all elections. So
 * findings confirm a cause only after a second check. A text that confirms its cause needs no check.
 */
final class TransientErrorPolicy {
    private static final String WAITS =
            " Drivers try again by themselves, so this counts when a second look finds it too.";

    private TransientErrorPolicy() {}

    /** The diagnosis as it may be told by now; {@code settled} when every look that was asked for is answered. */
    static Diagnosis tempered(Diagnosis judged, IncidentEditor editor, boolean settled) {
        boolean lookedTwice = editor.probes().rechecks() > 1 || (editor.probes().rechecks() == 1 && settled);
        boolean told = lookedTwice || credible(editor.assessment().diagnosis().verdict());
        if (!editor.episode().retried()
                || told
                || editor.probes().findings().isEmpty()
                || !credible(judged.verdict())) {
            return judged;
        }
        return new Diagnosis(
                judged.leading(),
                Verdict.POSSIBLE,
                judged.candidates().stream().map(TransientErrorPolicy::waiting).toList(),
                true);
    }

    private static Diagnosis.Candidate waiting(Diagnosis.Candidate judged) {
        return !credible(judged.verdict())
                ? judged
                : new Diagnosis.Candidate(
                        judged.cause(),
                        Verdict.POSSIBLE,
                        judged.because() + WAITS,
                        judged.evidenceFor(),
                        judged.evidenceAgainst());
    }

    private static boolean credible(Verdict verdict) {
        return verdict.compareTo(Verdict.LIKELY) <= 0;
    }
}
