package dev.mendline.engine.incident.editor;

import dev.mendline.model.facts.SrvFacts;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.probe.Node;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Nodes that a deployment's own DNS answers name. */
final class DeploymentNodes {
    private DeploymentNodes() {}

    /** Returns the nodes that were seen from these zones, or else from others; the order of the answers does not matter. */
    static List<Node> named(Collection<Incident.Evidence> findings, Set<String> zones) {
        List<Node> here = named(findings, zones, true);
        return here.isEmpty() ? named(findings, zones, false) : here;
    }

    private static List<Node> named(Collection<Incident.Evidence> findings, Set<String> zones, boolean here) {
        return findings.stream()
                .filter(found -> zones.contains(found.zone()) == here)
                .flatMap(found -> found.facts() instanceof SrvFacts srv && !srv.outsideParent()
                        ? srv.nodes().stream()
                        : Stream.of())
                .toList();
    }
}
