package dev.mendline.cli.probe;

import dev.mendline.model.facts.Facts;
import dev.mendline.model.incident.Advice;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Verdict;
import dev.mendline.model.journal.Finding;
import dev.mendline.model.log.JournalPosition;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The document of {@code probe -o json}; its fields are a contract. */
record ProbeAnswer(
        String target,
        @Nullable Verdict verdict,
        @Nullable String leading,
        List<Seen> stages,
        List<Stages.NotTried> notTried,
        @Nullable Advice advice) {
    /** A finding as incidents have it, with what a person would have seen; it stands in no journal. */
    record Seen(
            String probe,
            @Nullable Node node,
            String zone,
            Outcome.Kind outcome,
            @Nullable Reason reason,
            @Nullable Facts facts,
            Instant at,
            @Nullable JournalPosition journal,
            long millis,
            List<String> transcript) {
        static Seen of(Finding finding) {
            return new Seen(
                    finding.probe(),
                    finding.node(),
                    finding.vantage().zone(),
                    finding.outcome(),
                    finding.reason(),
                    finding.facts(),
                    finding.at(),
                    null,
                    finding.millis(),
                    finding.transcript());
        }
    }

    static ProbeAnswer of(String target, Stages stages, Optional<Incident> incident) {
        return new ProbeAnswer(
                target,
                incident.map(each -> each.diagnosis().verdict()).orElse(null),
                incident.map(each -> each.diagnosis().leading()).orElse(null),
                stages.findings().stream().map(Seen::of).toList(),
                stages.notTried(),
                incident.map(Incident::advice).orElse(null));
    }
}
