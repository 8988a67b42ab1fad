package dev.mendline.probes;

import dev.mendline.model.config.Secret;
import dev.mendline.model.probe.Node;
import dev.mendline.probes.uri.ConnectionString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants probed: a host or an IP address, with or without a port, or a connection string.
 *
 * @param target the deployment's name: the SRV name, else the first host; canonical
 * @param nodes those named outright; empty for an SRV name
 * @param connectionString the input where it was one, for the {@code uri} probe; else null
 */
public record ProbeTarget(
        Kind kind,
        String target,
        List<Node> nodes,
        @Nullable Secret connectionString) {
    /** What the name is. */
    public enum Kind {
        /** The name of an SRV record, from {@code mongodb+srv://}. */
        SRV,
        /** Hosts with ports, from {@code host:port}, an IP address or {@code mongodb://}. */
        NODES,
        /** A bare name: an SRV record's if there is one, else the one node's at port 27017, which {@code nodes} holds. */
        EITHER
    }

    public ProbeTarget {
        nodes = List.copyOf(nodes);
    }

    /**
     * Reads {@code host}, {@code host:port}, {@code [IPv6]:port} or a connection string.
     *
     * @throws IllegalArgumentException when it is none of them; the message holds nothing of the input
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
            throw new IllegalArgumentException("mongodb+srv takes a name, not an address");
        }
        return string.srv()
                ? new ProbeTarget(Kind.SRV, target, List.of(), secret)
                : new ProbeTarget(Kind.NODES, target, nodes, secret);
    }

    /** What is given as a number, a socket file or in another notation is no host. */
    private static Node node(String text) {
        try {
            return Node.of(text);
        } catch (IllegalArgumentException e) {
            boolean port = String.valueOf(e.getMessage()).contains("port");
            throw new IllegalArgumentException(
                    port
                            ? "the port is no number within 1–65535"
                            : "a host is needed: a name, an IP address, host:port, [IPv6]:port or a connection string");
        }
    }
}
