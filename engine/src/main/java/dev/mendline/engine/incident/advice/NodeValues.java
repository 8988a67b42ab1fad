package dev.mendline.engine.incident.advice;

import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.model.facts.Attempt;
import dev.mendline.model.facts.TcpFacts;
import dev.mendline.model.net.Network;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Reason;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Placeholder values about the node that the sentences name. */
final class NodeValues {
    private final IncidentEditor editor;
    private final RankedFindings seen;

    NodeValues(IncidentEditor editor, RankedFindings seen) {
        this.editor = editor;
        this.seen = seen;
    }

    @Nullable
    String host() {
        return seen.node().map(Node::host).orElse(editor.logs().captures().host());
    }

    @Nullable
    Integer port() {
        return seen.node().map(Node::port).orElse(editor.logs().captures().port());
    }

    @Nullable
    String address() {
        Node node = seen.node().orElse(null);
        return seen.facts(TcpFacts.class)
                .filter(facts -> node != null && facts.host().equals(node.host()) && facts.port() == node.port())
                .flatMap(facts -> facts.attempts().stream())
                .min(Comparator.comparing(attempt -> attempt.status() == Reason.ANSWERED))
                .map(Attempt::address)
                .filter(Network::isAddress)
                .orElse(null);
    }

    @Nullable
    String nodes() {
        String nodes = editor.affected().nodes().stream().map(Node::toString).collect(Collectors.joining(","));
        return nodes.isEmpty() ? null : nodes;
    }
}
