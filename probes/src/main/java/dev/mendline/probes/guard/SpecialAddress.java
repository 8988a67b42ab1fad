package dev.mendline.probes.guard;

import dev.mendline.model.Network;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Addresses that are not on the public internet (IANA's special-purpose registries, RFC 6890), and those at which clouds
 * hand out credentials. An IPv6 address that carries an IPv4 address is what it carries.
 */
public final class SpecialAddress {
    private static final Map<Network, String> RANGES = new LinkedHashMap<>();
    /** Where in an address of this range the IPv4 address begins. */
    private static final Map<Network, Integer> CARRIERS = new LinkedHashMap<>();

    static {
        range("169.254.169.254", "cloud metadata");
        range("168.63.129.16", "cloud metadata");
        range("fd00:ec2::254", "cloud metadata");
        range("0.0.0.0/8", "this host (RFC 1122)");
        range("10.0.0.0/8", "private (RFC 1918)");
        range("100.64.0.0/10", "carrier-grade NAT (RFC 6598)");
        range("127.0.0.0/8", "loopback");
        range("169.254.0.0/16", "link-local (RFC 3927)");
        range("172.16.0.0/12", "private (RFC 1918)");
        range("192.0.0.0/24", "protocol assignments (RFC 6890)");
        range("192.168.0.0/16", "private (RFC 1918)");
        range("198.18.0.0/15", "benchmarks (RFC 2544)");
        range("224.0.0.0/4", "multicast");
        range("240.0.0.0/4", "reserved (RFC 1112)");
        range("::/128", "any address");
        range("::1/128", "loopback");
        range("64:ff9b:1::/48", "local NAT64 (RFC 8215)");
        range("100::/64", "discarded (RFC 6666)");
        range("2001::/32", "Teredo (RFC 4380)");
        range("fc00::/7", "private (RFC 4193)");
        range("fe80::/10", "link-local (RFC 4291)");
        range("fec0::/10", "site-local (RFC 3879)");
        range("ff00::/8", "multicast");
        CARRIERS.put(Network.of("::/96"), 12);
        CARRIERS.put(Network.of("::ffff:0:0:0/96"), 12);
        CARRIERS.put(Network.of("64:ff9b::/96"), 12);
        CARRIERS.put(Network.of("2002::/16"), 2);
    }

    private SpecialAddress() {}

    /** What kind of address it is; empty for a public one. */
    public static Optional<String> of(InetAddress address) {
        for (Map.Entry<Network, String> range : RANGES.entrySet()) {
            if (range.getKey().contains(address)) {
                return Optional.of(range.getValue());
            }
        }
        byte[] bytes = address.getAddress();
        for (Map.Entry<Network, Integer> carrier : CARRIERS.entrySet()) {
            if (carrier.getKey().contains(address)) {
                return of(ipv4(bytes, carrier.getValue())).map(kind -> kind + ", inside an IPv6 address");
            }
        }
        return mapped(bytes) ? of(ipv4(bytes, 12)) : Optional.empty();
    }

    /** {@code ::ffff:a.b.c.d}; the JDK turns most of these into IPv4 by itself. */
    private static boolean mapped(byte[] bytes) {
        byte[] prefix = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xff, (byte) 0xff};
        return bytes.length == 16 && Arrays.equals(bytes, 0, 12, prefix, 0, 12);
    }

    private static InetAddress ipv4(byte[] bytes, int at) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, at, at + 4));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void range(String network, String kind) {
        RANGES.put(Network.of(network), kind);
    }
}
