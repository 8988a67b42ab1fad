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

    /** Returns the diagnosis as it may be published by now; {@code settled} when every requested check is answered. */
    static Diagnosis tempered(Diagnosis judged, IncidentEditor editor, boolean settled) {
        int rechecks = editor.probes().rechecks();
        if (!editor.episode().retried()
                || rechecks > 1
                || (rechecks == 1 && settled)
                || credible(editor.assessment().diagnosis().verdict())
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
