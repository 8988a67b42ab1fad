package dev.mendline.model.facts;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.mendline.model.probe.Node;
import java.util.List;

/**
 * The SRV record of a deployment, asked of the zone's resolvers and of the reference resolvers.
 *
 * @param name {@code _mongodb._tcp.…}
 * @param system answers of the zone's own resolvers
 * @param reference answers of the resolvers to compare with
 * @param nodes the nodes that the first good answer names, at most 50
 * @param outsideParent whether a node does not share the parent domain, which drivers refuse
 * @param differences what the comparison shows
 */
@JsonTypeName("dns-srv")
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
}
