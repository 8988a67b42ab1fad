package dev.mendline.notifier.message;

import dev.mendline.model.incident.Diagnosis;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lines of a message about related incidents, operators' actions, reopenings and other candidate causes. */
final class Notes {
    private Notes() {}

    static List<String> of(Incident incident) {
        List<String> notes = new ArrayList<>();
        if (incident.historical()) {
            notes.add("Old log lines: nothing was probed.");
        }
        if (incident.mergedInto() != null) {
            notes.add("Merged into incident " + incident.mergedInto() + ".");
        }
        int children = Headline.children(incident);
        if (children > 0) {
            List<String> targets =
                    incident.children().stream().map(Incident.Child::target).toList();
            notes.add("Affects " + Headline.deployments(incident) + ": " + NameList.of(targets, children) + ".");
        }
        if (incident.parent() != null) {
            notes.add("Part of incident " + incident.parent() + ".");
        }
        notes.addAll(operatorActions(incident));
        if (incident.episodes() > 1) {
            notes.add((incident.flapping() ? "Flapping" : "Reopened") + ": opened " + incident.episodes() + " times.");
        }
        otherCandidates(incident.diagnosis()).ifPresent(notes::add);
        return notes;
    }

    private static List<String> operatorActions(Incident incident) {
        List<String> notes = new ArrayList<>();
        Incident.Acknowledgement acknowledged = incident.acknowledged();
        if (acknowledged != null) {
            notes.add("Acknowledged by " + acknowledged.by() + " at " + Times.MINUTE.format(acknowledged.at()) + ": "
                    + acknowledged.reason());
        }
        if (incident.silencedUntil() != null && incident.silencedUntil().isAfter(incident.updatedAt())) {
            notes.add("Silenced until " + Times.MINUTE.format(incident.silencedUntil()) + ".");
        }
        return notes;
    }

    private static Optional<String> otherCandidates(Diagnosis diagnosis) {
        List<String> others = diagnosis.candidates().stream()
                .filter(candidate -> !candidate.cause().equals(diagnosis.leading()))
                .filter(candidate -> candidate.verdict() != Verdict.REFUTED)
                .map(candidate -> candidate.cause() + " (" + candidate.verdict().word() + ")")
                .toList();
        return others.isEmpty() ? Optional.empty() : Optional.of("Other candidates: " + NameList.of(others) + ".");
    }
}
