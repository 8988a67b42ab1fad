package dev.mendline.engine.incident.diagnosis;

import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.engine.incident.state.Check;
import dev.mendline.model.facts.ProbeKind;
import dev.mendline.model.facts.TcpFacts;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import java.util.Set;

/**
 * Prerequisite of probes that need a TCP connection. If TCP failed, or could not be tried for a reason that holds for
 * later probes too, the TCP finding stands for them.
 */
record TcpPrerequisite(IncidentEditor editor) {
    private static final Set<Reason> WOULD_REPEAT = Set.of(Reason.NO_ANSWER, Reason.NOT_ALLOWED);

    /** Returns true if a check is unnecessary because TCP failed. */
    boolean shut(Check check) {
        Incident.Evidence tcp = needsTcp(check) ? editor.probes().findings().get(check.with(ProbeKind.TCP)) : null;
        return tcp != null && shut(tcp);
    }

    /** Returns true if this check is the TCP check that failed. */
    boolean shuts(Check check) {
        Incident.Evidence tcp = editor.probes().findings().get(check);
        return check.probe().equals(ProbeKind.TCP.id()) && tcp != null && shut(tcp);
    }

    /** Returns true if a check must wait for a TCP check that is wanted too. */
    boolean waits(Check check, Set<Check> wanted) {
        Check tcp = check.with(ProbeKind.TCP);
        return needsTcp(check)
                && wanted.contains(tcp)
                && !editor.probes().findings().containsKey(tcp);
    }

    private static boolean needsTcp(Check check) {
        return ProbeKind.matches(check.probe(), ProbeKind::needsTcp);
    }

    private static boolean shut(Incident.Evidence tcp) {
        if (tcp.outcome() == Outcome.Kind.INCONCLUSIVE) {
            return tcp.reason() != null && WOULD_REPEAT.contains(tcp.reason());
        }
        return tcp.outcome() == Outcome.Kind.FAILED
                && !(tcp.facts() instanceof TcpFacts facts
                        && facts.attempts().stream().anyMatch(attempt -> attempt.status() == Reason.ANSWERED));
    }
}
