package dev.mendline.cli.incidents;

import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Severity;
import dev.mendline.model.incident.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Reasons why something was not done about an incident. */
final class WhyNot {
    private WhyNot() {}

    /** One sentence each: how it stands, then what the timeline tells, the oldest first. */
    static List<String> of(Incident incident) {
        List<String> reasons = new ArrayList<>();
        if (incident.historical()) {
            reasons.add("not probed and not posted because its lines were old when they were read");
        }
        if (incident.severity() == Severity.LOW
                && incident.diagnosis().verdict().compareTo(Verdict.LIKELY) > 0) {
            reasons.add("not posted because severity is low and no cause is likely");
        }
        if (incident.silencedUntil() != null) {
            reasons.add("not posted because it is silenced until " + incident.silencedUntil());
        }
        if (incident.flapping()) {
            reasons.add("not posted again because it is flapping; the existing message is edited");
        }
        if (incident.mergedInto() != null) {
            reasons.add("not tracked any more because it was merged into incident " + incident.mergedInto());
        }
        if (incident.parent() != null) {
            reasons.add("not posted separately because incident " + incident.parent() + " explains it");
        }
        incident.timeline().stream()
                .filter(Incident.TimelineEntry::isOmission)
                .map(entry -> IncidentsCommand.MINUTE.format(entry.at())
                        + (entry.by() == null ? " " : " " + entry.by() + ": ")
                        + entry.what())
                .forEach(reasons::add);
        return reasons;
    }
}
