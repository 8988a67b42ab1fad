package dev.mendline.model.facts;

import dev.mendline.model.probe.Node;
import java.util.List;

/**
 * SRV record of a deployment from the zone's resolvers and from the reference resolvers.
 *
 * @param name {@code _mongodb._tcp.…}
 * @param nodes nodes in the first good answer, at most 50
 * @param outsideParent true if a node does not share the parent domain; drivers reject it
 */
public record SrvFacts(
        String name,
        List<ResolverAnswer> system,
        List<ResolverAnswer> reference,
        List<Node> nodes,
        boolean outsideParent,
        List<Difference> differences)
        implements Facts {
    public static final int MAX_NODES = 50;

    public SrvFacts {
        system = List.copyOf(system);
        reference = List.copyOf(reference);
        nodes = List.copyOf(nodes);
        differences = List.copyOf(differences);
    }

    @Override
    public String summary() {
        return nodes.size() == 1 ? "1 node" : nodes.size() + " nodes";
    }
}
