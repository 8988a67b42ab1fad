package dev.mendline.cli.probe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mendline.cli.output.Output;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.journal.Finding;
import java.util.Optional;

/** JSON document of {@code probe -o json}. Its fields are an interface. */
final class ProbeDocument {
    private ProbeDocument() {}

    static ObjectNode of(String target, Stages stages, Optional<Incident> incident) {
        return Output.document()
                .put("target", target)
                .putPOJO(
                        "verdict",
                        incident.map(each -> each.diagnosis().verdict()).orElse(null))
                .put("leading", incident.map(each -> each.diagnosis().leading()).orElse(null))
                .putPOJO(
                        "stages",
                        stages.findings().stream().map(ProbeDocument::stage).toList())
                .putPOJO(
                        "notTried",
                        stages.notTried().stream().map(ProbeDocument::notTried).toList())
                .putPOJO("advice", incident.map(Incident::advice).orElse(null));
    }

    /** Returns a finding with the fields that it has in incidents, and the transcript. It is in no journal. */
    private static ObjectNode stage(Finding finding) {
        return Output.document()
                .put("probe", finding.probe())
                .putPOJO("node", finding.node())
                .put("zone", finding.vantage().zone())
                .putPOJO("outcome", finding.outcome())
                .putPOJO("reason", finding.reason())
                .putPOJO("facts", finding.facts())
                .putPOJO("at", finding.at())
                .putNull("journal")
                .put("millis", finding.millis())
                .putPOJO("transcript", finding.transcript());
    }

    private static ObjectNode notTried(Stages.NotTried step) {
        return Output.document()
                .put("probe", step.probe())
                .put("why", step.obstacle().words());
    }
}
