package dev.mendline.notifier;

import dev.mendline.model.incident.Incident.Evidence;
import dev.mendline.model.probe.GuardRefusal;
import dev.mendline.model.probe.Outcome;
import java.util.Comparator;
import java.util.List;

/** One finding in one line: probe, node, zone, outcome, reason. That we could not look is never the target's failure. */
final class EvidenceLine {
    static final Comparator<Evidence> FAILED_FIRST = Comparator.comparingInt(finding -> weight(finding.outcome()));

    private EvidenceLine() {}

    /** {@code zones} are those of the services; what was seen from elsewhere says so. */
    static String of(Evidence finding, List<String> zones) {
        String where = finding.node() == null ? "" : " " + finding.node();
        boolean elsewhere = !zones.isEmpty() && !zones.contains(finding.zone());
        String vantage = " from zone " + finding.zone() + (elsewhere ? " (not the services' own)" : "");
        return mark(finding.outcome()) + " " + Inert.of(finding.probe() + where + vantage, 110) + ": " + came(finding);
    }

    private static int weight(Outcome.Kind outcome) {
        return switch (outcome) {
            case FAILED -> 0;
            case INCONCLUSIVE -> 1;
            case PASSED -> 2;
        };
    }

    private static String mark(Outcome.Kind outcome) {
        return switch (outcome) {
            case FAILED -> "✗";
            case INCONCLUSIVE -> "?";
            case PASSED -> "✓";
        };
    }

    private static String came(Evidence finding) {
        String word = finding.outcome() == Outcome.Kind.INCONCLUSIVE
                ? "could not look"
                : finding.outcome().word();
        GuardRefusal refusal = finding.refusal();
        String note = refusal == null ? "" : ". " + refused(refusal);
        return finding.reason() == null
                ? word
                : word + ", " + finding.reason().word().replace('-', ' ') + note;
    }

    private static String refused(GuardRefusal refusal) {
        return refusal.allow() == null
                ? refusal.subject() + ": " + refusal.why().word().replace('-', ' ')
                : "Allowed by: " + refusal.allow();
    }
}
