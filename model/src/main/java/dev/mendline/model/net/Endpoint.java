package dev.mendline.model.net;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/** IP address and port, e.g. of a resolver: {@code 10.0.0.2:53}, {@code [fd00::2]:53}. The default port is 53. */
public record Endpoint(String address, int port) {
    public static final int DNS_PORT = 53;

    public Endpoint {
        Network.of(address);
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("port must be between 1 and 65535 (was " + port + ")");
        }
    }

    @JsonCreator
    public static Endpoint of(String text) {
        if (text.startsWith("[") && text.contains("]")) {
            int end = text.indexOf(']');
            return new Endpoint(text.substring(1, end), port(text.substring(end + 1), text));
        }
        int colon = text.indexOf(':');
        boolean bareIpv6 = colon >= 0 && text.indexOf(':', colon + 1) >= 0;
        return colon < 0 || bareIpv6
                ? new Endpoint(text, DNS_PORT)
                : new Endpoint(text.substring(0, colon), port(text.substring(colon), text));
    }

    private static int port(String colonAndPort, String text) {
        if (colonAndPort.isEmpty()) {
            return DNS_PORT;
        }
        if (!colonAndPort.matches(":[0-9]{1,5}")) {
            throw new IllegalArgumentException("'" + text + "' is not an address with a port, e.g. 10.0.0.2:53");
        }
        return Integer.parseInt(colonAndPort.substring(1));
    }

    public InetSocketAddress socketAddress() {
        try {
            return new InetSocketAddress(InetAddress.getByName(address), port);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    @JsonValue
    @Override
    public String toString() {
        return (address.contains(":") ? "[" + address + "]" : address) + ":" + port;
    }
}
