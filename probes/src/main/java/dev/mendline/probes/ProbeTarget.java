package dev.mendline.probes;

import dev.mendline.model.config.Secret;
import dev.mendline.model.probe.Node;
import dev.mendline.probes.uri.ConnectionString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Target that a person names on the command line: a host or an IP address, with or without a port, or a connection
 * string.
 *
 * @param target the deployment's name: the SRV name, otherwise the first host; canonical
 * @param nodes the nodes that the input names; empty for an SRV name
 * @param connectionString connection string that the {@code uri} probe reads; null if the input was none
 */
public record ProbeTarget(
        Kind kind,
        String target,
        List<Node> nodes,
        @Nullable Secret connectionString) {
    /** Kind of the name. */
    public enum Kind {
        /** The name of an SRV record, from {@code mongodb+srv://}. */
        SRV,
        /** Hosts with ports, from {@code host:port}, an IP address or {@code mongodb://}. */
        NODES,
        /**
         * A name without a port. If it has an SRV record, it is a deployment; otherwise it is the one node in {@code
         * nodes}, at port 27017.
         */
        EITHER
    }

    public ProbeTarget {
        nodes = List.copyOf(nodes);
    }

    /**
     * Parses {@code host}, {@code host:port}, {@code [IPv6]:port} or a connection string.
     *
     * @throws IllegalArgumentException for anything else; the message contains nothing of the input
     */
    public static ProbeTarget parse(String hostOrHostPortOrUri) {
        String text = hostOrHostPortOrUri.strip();
        if (text.contains("://") || text.contains("@")) {
            return connectionString(Secret.of(text));
        }
        Node node = node(text);
        boolean outright = node.isAddress() || text.contains(":");
        return new ProbeTarget(outright ? Kind.NODES : Kind.EITHER, node.host(), List.of(node), null);
    }

    private static ProbeTarget connectionString(Secret secret) {
        ConnectionString string = ConnectionString.of(secret);
        if (!string.readable()) {
            throw new IllegalArgumentException("not a connection string that drivers accept: " + string.flaw());
        }
        List<Node> nodes = string.hosts().stream().map(ProbeTarget::node).toList();
        String target = nodes.get(0).host();
        if (string.srv() && nodes.get(0).isAddress()) {
            throw new IllegalArgumentException("mongodb+srv needs a name, not an address");
        }
        return string.srv()
                ? new ProbeTarget(Kind.SRV, target, List.of(), secret)
                : new ProbeTarget(Kind.NODES, target, nodes, secret);
    }

    /** Numbers, socket files and other notations are not hosts. */
    private static Node node(String text) {
        try {
            return Node.of(text);
        } catch (IllegalArgumentException e) {
            boolean port = String.valueOf(e.getMessage()).contains("port");
            throw new IllegalArgumentException(
                    port
                            ? "the port must be a number from 1 to 65535"
                            : "a host is needed: a name, an IP address, host:port, [IPv6]:port or a connection string");
        }
    }
}
