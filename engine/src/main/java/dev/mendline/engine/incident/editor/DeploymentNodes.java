package dev.mendline.engine.incident.editor;

import dev.mendline.model.facts.SrvFacts;
import dev.mendline.model.probe.Node;
import java.util.List;
import java.util.stream.Stream;

/** The nodes that the deployment's own DNS answers name. */
final class DeploymentNodes {
    private DeploymentNodes() {}

    /** All that the services' zones were told, or else other zones; the order of the answers does not matter. */
    static List<Node> named(IncidentEditor draft) {
        List<Node> here = named(draft, true);
        return here.isEmpty() ? named(draft, false) : here;
    }

    private static List<Node> named(IncidentEditor draft, boolean here) {
        return draft.looked.findings.values().stream()
                .filter(found -> draft.zones.contains(found.zone()) == here)
                .flatMap(found -> found.facts() instanceof SrvFacts srv && !srv.outsideParent()
                        ? srv.nodes().stream()
                        : Stream.of())
                .toList();
    }
}
