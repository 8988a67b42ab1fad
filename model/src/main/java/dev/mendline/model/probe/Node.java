package dev.mendline.model.probe;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.mendline.model.net.HostNames;

/**
 * Node of a deployment (mongod or mongos): host name or configured IP address, and port. In JSON the text {@code
 * host:port}, {@code [fd00::2]:port}.
 */
public record Node(String host, int port) implements Comparable<Node> {
    public static final int DEFAULT_PORT = 27017;

    public Node {
        host = HostNames.canonical(host);
        if (!HostNames.isName(host) && !HostNames.isAddress(host)) {
            throw new IllegalArgumentException("not a host name");
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("port must be between 1 and 65535 (was " + port + ")");
        }
    }

    /** Parses {@code host} or {@code host:port}. */
    @JsonCreator
    public static Node of(String text) {
        if (HostNames.isAddress(text)) {
            return new Node(text, DEFAULT_PORT);
        }
        if (text.startsWith("[") && text.contains("]")) {
            int end = text.indexOf(']');
            String rest = text.substring(end + 1);
            return ipv6(text.substring(1, end), rest.isEmpty() ? ":" + DEFAULT_PORT : rest);
        }
        int colon = text.lastIndexOf(':');
        return colon < 0
                ? new Node(text, DEFAULT_PORT)
                : new Node(text.substring(0, colon), port(text.substring(colon + 1)));
    }

    private static Node ipv6(String address, String colonAndPort) {
        if (!address.contains(":") || !colonAndPort.startsWith(":")) {
            throw new IllegalArgumentException("not a host name");
        }
        return new Node(address, port(colonAndPort.substring(1)));
    }

    private static int port(String port) {
        if (!port.matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("the port is not a number");
        }
        return Integer.parseInt(port);
    }

    /** Returns true if the host is an address, which needs no lookup and cannot be a server name (RFC 6066). */
    public boolean isAddress() {
        return HostNames.isAddress(host);
    }

    @JsonValue
    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    @Override
    public int compareTo(Node other) {
        return toString().compareTo(other.toString());
    }
}
