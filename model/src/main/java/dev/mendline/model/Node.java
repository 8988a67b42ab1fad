package dev.mendline.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A mongod or mongos: host name and port. In JSON the text {@code host:port}. */
public record Node(String host, int port) implements Comparable<Node> {
    public static final int DEFAULT_PORT = 27017;

    public Node {
        host = HostNames.canonical(host);
        if (!HostNames.isName(host)) {
            throw new IllegalArgumentException("not a host name");
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("port " + port + " is not within 1–65535");
        }
    }

    /** Reads {@code host} or {@code host:port}. */
    @JsonCreator
    public static Node of(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            return new Node(text, DEFAULT_PORT);
        }
        String port = text.substring(colon + 1);
        if (!port.matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("the port is not a number");
        }
        return new Node(text.substring(0, colon), Integer.parseInt(port));
    }

    @JsonValue
    @Override
    public String toString() {
        return host + ":" + port;
    }

    @Override
    public int compareTo(Node other) {
        return toString().compareTo(other.toString());
    }
}
