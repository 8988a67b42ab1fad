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
 * What lies behind a TCP connection is looked at where one opens. Where none does, or could not be tried for a reason
 * that would hold for the next probe as well, the TCP finding answers for what lies behind.
 */
final class TcpPrerequisite {
    private static final Set<Reason> WOULD_REPEAT = Set.of(Reason.NO_ANSWER, Reason.NOT_ALLOWED);

    private final IncidentEditor editor;

    TcpPrerequisite(IncidentEditor editor) {
        this.editor = editor;
    }

    /** Whether a check need not be asked for because the way there is known to be shut. */
    boolean shut(Check check) {
        Incident.Evidence tcp = needsTcp(check) ? editor.probes().findings().get(check.with(ProbeKind.TCP)) : null;
        return tcp != null && shut(tcp);
    }

    /** Whether it is that check which shuts the way. */
    boolean shuts(Check check) {
        Incident.Evidence tcp = editor.probes().findings().get(check);
        return check.probe().equals(ProbeKind.TCP.id()) && tcp != null && shut(tcp);
    }

    /** Whether to wait for what a TCP check says that is wanted itself. */
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
