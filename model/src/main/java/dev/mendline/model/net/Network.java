package dev.mendline.model.net;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Range of IP addresses in CIDR notation (RFC 4632), e.g. {@code 10.0.0.0/8} or {@code fd00::/8}. */
public final class Network {
    /** Private ranges of RFC 1918, 6598 and 4193. */
    private static final List<Network> PRIVATE =
            List.of(of("10.0.0.0/8"), of("172.16.0.0/12"), of("192.168.0.0/16"), of("100.64.0.0/10"), of("fc00::/7"));

    private final byte[] base;
    private final int prefix;
    private final String text;

    private Network(byte[] base, int prefix, String text) {
        this.base = base;
        this.prefix = prefix;
        this.text = text;
    }

    /**
     * Parses an address with a prefix length, or a single address.
     *
     * @throws IllegalArgumentException if the text is not a network; the message says what is allowed
     */
    @JsonCreator
    public static Network of(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        byte[] base = literal(address, text);
        int bits = base.length * 8;
        int prefix = slash < 0 ? bits : length(text.substring(slash + 1), bits, text);
        return new Network(base, prefix, text);
    }

    /** Returns true if the text is an IP address literal: IPv4 in four decimal parts, or IPv6. */
    public static boolean isAddress(String text) {
        try {
            return text.indexOf('/') < 0 && literal(text, text).length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Returns true if the text is a private address; false if it is not an address. */
    public static boolean isPrivate(String text) {
        if (!isAddress(text)) {
            return false;
        }
        byte[] address = literal(text, text);
        return PRIVATE.stream().anyMatch(network -> network.contains(address));
    }

    public boolean contains(InetAddress address) {
        return contains(address.getAddress());
    }

    private boolean contains(byte[] other) {
        int hostBits = base.length * 8 - prefix;
        return other.length == base.length && masked(other, hostBits).equals(masked(base, hostBits));
    }

    private static BigInteger masked(byte[] address, int hostBits) {
        return new BigInteger(1, address).shiftRight(hostBits);
    }

    private static byte[] literal(String address, String text) {
        if (!address.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            throw bad(text);
        }
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            throw bad(text);
        }
    }

    private static int length(String prefix, int bits, String text) {
        if (!prefix.matches("[0-9]{1,3}") || Integer.parseInt(prefix) > bits) {
            throw bad(text);
        }
        return Integer.parseInt(prefix);
    }

    private static IllegalArgumentException bad(String text) {
        return new IllegalArgumentException(
                "'" + text + "' is not a network: an address and a prefix length, e.g. 10.0.0.0/8 or fd00::/8");
    }

    @JsonValue
    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Network network && network.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
