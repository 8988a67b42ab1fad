package dev.mendline.notifier.message;

import dev.mendline.model.incident.Diagnosis;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Incident.TimelineEntry;
import dev.mendline.model.incident.TimelineKind;
import dev.mendline.model.incident.Verdict;
import java.util.Locale;

/** Renders the diagnosis of an incident: verdict, summary and reason. */
final class ConclusionText {
    private static final int MAX_CAUSE = 60;

    private ConclusionText() {}

    static Message.Conclusion of(Incident incident) {
        return new Message.Conclusion(
                verdict(incident), summary(incident), why(incident.diagnosis()), Notes.of(incident));
    }

    private static String verdict(Incident incident) {
        String word = switch (incident.diagnosis().verdict()) {
            case CONFIRMED -> "Confirmed";
            case LIKELY -> "Likely";
            case POSSIBLE -> "Possible";
            case UNPROVEN -> "Inconclusive";
            case REFUTED -> "Refuted";
        };
        if (incident.state() == Incident.State.RESOLVED) {
            return "Resolved. Cause " + word.toLowerCase(Locale.ROOT);
        }
        return incident.diagnosis().verdict() != Verdict.POSSIBLE
                ? word
                : word + (probesOff(incident) ? ", not probed" : ", waiting for evidence");
    }

    private static boolean probesOff(Incident incident) {
        return incident.timeline().stream()
                .anyMatch(entry -> entry.kind() == TimelineKind.NOT_PROBED
                        && TimelineEntry.PROBES_OFF.equals(entry.params().get(TimelineEntry.WHY)));
    }

    private static String summary(Incident incident) {
        Diagnosis diagnosis = incident.diagnosis();
        String summary = incident.advice().summary();
        if (diagnosis.verdict() == Verdict.REFUTED && diagnosis.leading() != null) {
            return "The cause " + SafeText.of(diagnosis.leading(), MAX_CAUSE) + " is ruled out. " + summary;
        }
        return summary.isBlank() ? "No documented cause matches the log lines." : summary;
    }

    private static String why(Diagnosis diagnosis) {
        return diagnosis.candidates().stream()
                .filter(candidate -> candidate.cause().equals(diagnosis.leading()))
                .findFirst()
                .map(cause -> isContradictory(diagnosis, cause) ? contradiction(cause) : cause.because())
                .orElse("");
    }

    private static boolean isContradictory(Diagnosis diagnosis, Diagnosis.Candidate cause) {
        return diagnosis.verdict() == Verdict.UNPROVEN
                && !cause.evidenceFor().isEmpty()
                && !cause.evidenceAgainst().isEmpty();
    }

    private static String contradiction(Diagnosis.Candidate cause) {
        return "The evidence is contradictory. For: " + cause.evidenceFor().get(0) + " Against: "
                + cause.evidenceAgainst().get(0);
    }
}
