package dev.mendline.notifier.message;

import dev.mendline.model.incident.Incident.Evidence;
import dev.mendline.model.probe.GuardRefusal;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Renders a finding as one line: probe, node, zone, outcome, reason. */
final class EvidenceLine {
    private static final List<Outcome.Kind> ORDER =
            List.of(Outcome.Kind.FAILED, Outcome.Kind.INCONCLUSIVE, Outcome.Kind.PASSED);
    /** Reasons of a resolver; a probe of a node that got no address has one of them. */
    private static final Set<Reason> UNRESOLVED = Set.of(Reason.NXDOMAIN, Reason.NODATA, Reason.SERVFAIL);

    static final Comparator<Evidence> FAILED_FIRST =
            Comparator.comparingInt(finding -> ORDER.indexOf(finding.outcome()));

    private EvidenceLine() {}

    /**
     * Renders a finding.
     *
     * @param zones zones of the services; the line says so if the probe ran in another zone
     */
    static String of(Evidence finding, List<String> zones) {
        String where = finding.node() == null ? "" : " " + finding.node();
        boolean otherZone = !zones.isEmpty() && !zones.contains(finding.zone());
        String zone = " from zone " + finding.zone() + (otherZone ? " (not a zone of the services)" : "");
        return mark(finding.outcome()) + " " + SafeText.of(finding.probe() + where + zone, 110) + ": "
                + outcome(finding);
    }

    private static String mark(Outcome.Kind outcome) {
        return switch (outcome) {
            case FAILED -> "✗";
            case INCONCLUSIVE -> "?";
            case PASSED -> "✓";
        };
    }

    private static String outcome(Evidence finding) {
        String word = finding.outcome().word();
        Reason reason = finding.reason();
        if (reason == null) {
            return word;
        }
        if (finding.outcome() == Outcome.Kind.INCONCLUSIVE && finding.node() != null && UNRESOLVED.contains(reason)) {
            return "not checked because the name does not resolve there (" + reason.word() + ")";
        }
        GuardRefusal refusal = finding.refusal();
        String note = refusal == null ? "" : ". " + refused(refusal);
        return word + ", " + reason.word().replace('-', ' ') + note;
    }

    private static String refused(GuardRefusal refusal) {
        return refusal.allow() == null
                ? refusal.subject() + ": " + refusal.why().word().replace('-', ' ')
                : "Allowed by: " + refusal.allow();
    }
}
