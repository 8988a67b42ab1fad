package dev.mendline.notifier.message;

import dev.mendline.model.incident.Diagnosis;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Verdict;
import java.util.Locale;
import java.util.Optional;

/** Renders the diagnosis of an incident: verdict, summary and reason. */
final class ConclusionText {
    private static final int MAX_CAUSE = 60;

    private final Incident incident;
    private final Diagnosis diagnosis;

    private ConclusionText(Incident incident) {
        this.incident = incident;
        this.diagnosis = incident.diagnosis();
    }

    static Message.Conclusion of(Incident incident) {
        ConclusionText text = new ConclusionText(incident);
        return new Message.Conclusion(text.verdict(), text.summary(), text.why(), Notes.of(incident));
    }

    private String verdict() {
        String word = switch (diagnosis.verdict()) {
            case CONFIRMED -> "Confirmed";
            case LIKELY -> "Likely";
            case POSSIBLE -> "Possible";
            case UNPROVEN -> "Inconclusive";
            case REFUTED -> "Refuted";
        };
        if (incident.state() == Incident.State.RESOLVED) {
            return "Resolved. Cause " + word.toLowerCase(Locale.ROOT);
        }
        return diagnosis.verdict() == Verdict.POSSIBLE ? word + ", waiting for evidence" : word;
    }

    private String summary() {
        String summary = incident.advice().summary();
        if (diagnosis.verdict() == Verdict.REFUTED && diagnosis.leading() != null) {
            return "The cause is not " + SafeText.of(diagnosis.leading(), MAX_CAUSE) + ". " + summary;
        }
        return summary.isBlank() ? "No documented cause matches the log lines." : summary;
    }

    private String why() {
        return leading()
                .map(cause -> contradictory(cause) ? contradiction(cause) : cause.because())
                .orElse("");
    }

    private boolean contradictory(Diagnosis.Candidate cause) {
        return diagnosis.verdict() == Verdict.UNPROVEN
                && !cause.evidenceFor().isEmpty()
                && !cause.evidenceAgainst().isEmpty();
    }

    private static String contradiction(Diagnosis.Candidate cause) {
        return "The evidence is contradictory. For: " + cause.evidenceFor().get(0) + " Against: "
                + cause.evidenceAgainst().get(0);
    }

    private Optional<Diagnosis.Candidate> leading() {
        return diagnosis.candidates().stream()
                .filter(candidate -> candidate.cause().equals(diagnosis.leading()))
                .findFirst();
    }
}
