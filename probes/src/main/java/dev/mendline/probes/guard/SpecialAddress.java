package dev.mendline.probes.guard;

import dev.mendline.model.net.Network;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Addresses that are not on the public internet (IANA's special-purpose registries for IPv4 and IPv6, RFC 6890), and
 * cloud metadata addresses, which give out credentials. An IPv6 address that contains an IPv4 address is checked as
 * that IPv4 address. Of IPv6, only 2000::/3 is assigned to the public internet (RFC 4291), and the NAT64 prefix.
 */
public final class SpecialAddress {
    private static final Map<Network, String> FIRST = new LinkedHashMap<>();
    private static final Map<Network, String> RANGES = new LinkedHashMap<>();
    /** Offset of the IPv4 address in an address of each range. */
    private static final Map<Network, Integer> CARRIERS = Map.of(
            Network.of("::/96"), 12,
            Network.of("::ffff:0:0:0/96"), 12,
            Network.of("64:ff9b::/96"), 12,
            Network.of("2002::/16"), 2);

    private static final Network NAT64 = Network.of("64:ff9b::/96");
    private static final Network GLOBAL = Network.of("2000::/3");

    static {
        metadata();
        ipv4();
        ipv6();
    }

    private SpecialAddress() {}

    /** AWS, Azure, Google and Oracle share 169.254.169.254. The others belong to one of them, or to Alibaba. */
    private static void metadata() {
        for (String address : new String[] {
            "169.254.169.254",
            "169.254.170.2",
            "169.254.170.23",
            "168.63.129.16",
            "100.100.100.200",
            "192.0.0.192",
            "fd00:ec2::254",
            "fd00:ec2::23",
            "fd20:ce::254",
            "fe80::a9fe:a9fe"
        }) {
            FIRST.put(Network.of(address), "cloud metadata");
        }
        FIRST.put(Network.of("::/128"), "any address");
        FIRST.put(Network.of("::1/128"), "loopback");
    }

    private static void ipv4() {
        range("0.0.0.0/8", "this host (RFC 1122)");
        range("10.0.0.0/8", "private (RFC 1918)");
        range("100.64.0.0/10", "carrier-grade NAT (RFC 6598)");
        range("127.0.0.0/8", "loopback");
        range("169.254.0.0/16", "link-local (RFC 3927)");
        range("172.16.0.0/12", "private (RFC 1918)");
        range("192.0.0.0/24", "protocol assignments (RFC 6890)");
        range("192.0.2.0/24", "documentation (RFC 5737)");
        range("192.31.196.0/24", "DNS sink (RFC 7535)");
        range("192.52.193.0/24", "multicast tunnels (RFC 7450)");
        range("192.88.99.0/24", "6to4 relays (RFC 7526)");
        range("192.168.0.0/16", "private (RFC 1918)");
        range("192.175.48.0/24", "DNS sink (RFC 7534)");
        range("198.18.0.0/15", "benchmarks (RFC 2544)");
        range("198.51.100.0/24", "documentation (RFC 5737)");
        range("203.0.113.0/24", "documentation (RFC 5737)");
        range("224.0.0.0/4", "multicast");
        range("255.255.255.255/32", "broadcast (RFC 919)");
        range("240.0.0.0/4", "reserved (RFC 1112)");
    }

    private static void ipv6() {
        range("::/96", "IPv4-compatible (RFC 4291)");
        range("::ffff:0:0:0/96", "IPv4-translated (RFC 2765)");
        range("64:ff9b:1::/48", "local NAT64 (RFC 8215)");
        range("100::/64", "discarded (RFC 6666)");
        range("100:0:0:1::/64", "a dummy prefix (RFC 9780)");
        range("2001::/32", "Teredo (RFC 4380)");
        range("2001:2::/48", "benchmarks (RFC 5180)");
        range("2001:10::/28", "ORCHID (RFC 4843)");
        range("2001:20::/28", "ORCHID (RFC 7343)");
        range("2001::/23", "protocol assignments (RFC 2928)");
        range("2001:db8::/32", "documentation (RFC 3849)");
        range("2002::/16", "6to4 (RFC 7526)");
        range("2620:4f:8000::/48", "DNS sink (RFC 7534)");
        range("3fff::/20", "documentation (RFC 9637)");
        range("5f00::/16", "segment routing (RFC 9602)");
        range("fc00::/7", "private (RFC 4193)");
        range("fe80::/10", "link-local (RFC 4291)");
        range("fec0::/10", "site-local (RFC 3879)");
        range("ff00::/8", "multicast");
    }

    /** Returns the kind of a special address; empty for a public one. */
    public static Optional<String> of(InetAddress any) {
        InetAddress address = plain(any);
        return in(FIRST, address)
                .or(() -> carried(address))
                .or(() -> in(RANGES, address))
                .or(() -> unassigned(address));
    }

    public static boolean is(InetAddress any) {
        return of(any).isPresent();
    }

    /** Converts {@code ::ffff:a.b.c.d} to IPv4. The JDK does so itself, except for an address with a scope. */
    static InetAddress plain(InetAddress address) {
        return address(address.getAddress());
    }

    private static Optional<String> in(Map<Network, String> ranges, InetAddress address) {
        return ranges.entrySet().stream()
                .filter(range -> range.getKey().contains(address))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Optional<String> carried(InetAddress address) {
        return CARRIERS.entrySet().stream()
                .filter(carrier -> carrier.getKey().contains(address))
                .map(Map.Entry::getValue)
                .findFirst()
                .flatMap(at -> of(address(Arrays.copyOfRange(address.getAddress(), at, at + 4))))
                .map(kind -> kind + ", inside an IPv6 address");
    }

    private static Optional<String> unassigned(InetAddress address) {
        boolean fine = address.getAddress().length == 4 || GLOBAL.contains(address) || NAT64.contains(address);
        return fine ? Optional.empty() : Optional.of("not assigned to the public internet (RFC 4291)");
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void range(String network, String kind) {
        RANGES.put(Network.of(network), kind);
    }
}
