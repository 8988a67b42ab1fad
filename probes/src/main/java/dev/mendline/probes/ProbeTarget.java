package dev.mendline.probes;

import dev.mendline.model.HostNames;
import dev.mendline.model.Node;
import dev.mendline.model.Secret;
import dev.mendline.probes.uri.ConnectionString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants probed: a host, a host with a port, or a connection string.
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
        /** Hosts with ports, from {@code host:port} or {@code mongodb://}. */
        NODES,
        /** A bare name: an SRV record's if there is one, else the one node's at port 27017, which {@code nodes} holds. */
        EITHER
    }

    public ProbeTarget {
        nodes = List.copyOf(nodes);
    }

    /**
     * Reads {@code host}, {@code host:port} or a connection string.
     *
     * @throws IllegalArgumentException when it is none of them; the message holds nothing of the input
     */
    public static ProbeTarget parse(String hostOrHostPortOrUri) {
        String text = hostOrHostPortOrUri.strip();
        if (text.contains("://") || text.contains("@")) {
            return connectionString(Secret.of(text));
        }
        Node node = node(text);
        return new ProbeTarget(text.contains(":") ? Kind.NODES : Kind.EITHER, node.host(), List.of(node), null);
    }

    private static ProbeTarget connectionString(Secret secret) {
        ConnectionString string = ConnectionString.of(secret);
        if (!string.readable()) {
            throw new IllegalArgumentException("not a connection string that drivers accept: " + string.flaw());
        }
        List<Node> nodes = string.hosts().stream().map(ProbeTarget::node).toList();
        String target = nodes.get(0).host();
        return string.srv()
                ? new ProbeTarget(Kind.SRV, target, List.of(), secret)
                : new ProbeTarget(Kind.NODES, target, nodes, secret);
    }

    /** Addresses are not probed: nothing says whose they are. */
    private static Node node(String text) {
        int colon = text.indexOf(':');
        String host = HostNames.canonical(colon < 0 ? text : text.substring(0, colon));
        if (!HostNames.isName(host)) {
            throw new IllegalArgumentException("a host name is needed (host, host:port or a connection string);"
                    + " an address, a socket file or anything else is not probed");
        }
        try {
            return Node.of(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the port is no number within 1–65535");
        }
    }
}
