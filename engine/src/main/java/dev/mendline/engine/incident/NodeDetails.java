package dev.mendline.engine.incident;

import dev.mendline.model.Attempt;
import dev.mendline.model.Network;
import dev.mendline.model.Node;
import dev.mendline.model.Reason;
import dev.mendline.model.TcpFacts;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which node the sentences are about, and where it is. */
final class NodeDetails {
    private final Draft draft;
    private final Seen seen;

    NodeDetails(Draft draft, Seen seen) {
        this.draft = draft;
        this.seen = seen;
    }

    @Nullable
    String host() {
        return seen.node().map(Node::host).orElse(draft.told.captures.host());
    }

    @Nullable
    Integer port() {
        return seen.node().map(Node::port).orElse(draft.told.captures.port());
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
        String nodes = draft.nodes.stream().map(Node::toString).collect(Collectors.joining(","));
        return nodes.isEmpty() ? null : nodes;
    }
}
