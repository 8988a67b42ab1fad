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
    /** AWS, Azure, Google and Oracle share 169.254.169.254. The others belong to one of them, or to Alibaba. */
    private static final Map<Network, String> FIRST = table("""
            169.254.169.254 cloud metadata
            169.254.170.2 cloud metadata
            169.254.170.23 cloud metadata
            168.63.129.16 cloud metadata
            100.100.100.200 cloud metadata
            192.0.0.192 cloud metadata
            fd00:ec2::254 cloud metadata
            fd00:ec2::23 cloud metadata
            fd20:ce::254 cloud metadata
            fe80::a9fe:a9fe cloud metadata
            ::/128 any address
            ::1/128 loopback""");

    private static final Map<Network, String> RANGES = table("""
            0.0.0.0/8 this host (RFC 1122)
            10.0.0.0/8 private (RFC 1918)
            100.64.0.0/10 carrier-grade NAT (RFC 6598)
            127.0.0.0/8 loopback
            169.254.0.0/16 link-local (RFC 3927)
            172.16.0.0/12 private (RFC 1918)
            192.0.0.0/24 protocol assignments (RFC 6890)
            192.0.2.0/24 documentation (RFC 5737)
            192.31.196.0/24 DNS sink (RFC 7535)
            192.52.193.0/24 multicast tunnels (RFC 7450)
            192.88.99.0/24 6to4 relays (RFC 7526)
            192.168.0.0/16 private (RFC 1918)
            192.175.48.0/24 DNS sink (RFC 7534)
            198.18.0.0/15 benchmarks (RFC 2544)
            198.51.100.0/24 documentation (RFC 5737)
            203.0.113.0/24 documentation (RFC 5737)
            224.0.0.0/4 multicast
            255.255.255.255/32 broadcast (RFC 919)
            240.0.0.0/4 reserved (RFC 1112)
            ::/96 IPv4-compatible (RFC 4291)
            ::ffff:0:0:0/96 IPv4-translated (RFC 2765)
            64:ff9b:1::/48 local NAT64 (RFC 8215)
            100::/64 discarded (RFC 6666)
            100:0:0:1::/64 a dummy prefix (RFC 9780)
            2001::/32 Teredo (RFC 4380)
            2001:2::/48 benchmarks (RFC 5180)
            2001:10::/28 ORCHID (RFC 4843)
            2001:20::/28 ORCHID (RFC 7343)
            2001::/23 protocol assignments (RFC 2928)
            2001:db8::/32 documentation (RFC 3849)
            2002::/16 6to4 (RFC 7526)
            2620:4f:8000::/48 DNS sink (RFC 7534)
            3fff::/20 documentation (RFC 9637)
            5f00::/16 segment routing (RFC 9602)
            fc00::/7 private (RFC 4193)
            fe80::/10 link-local (RFC 4291)
            fec0::/10 site-local (RFC 3879)
            ff00::/8 multicast""");

    /** Offset of the IPv4 address in an address of each range. */
    private static final Map<Network, Integer> CARRIERS = Map.of(
            Network.of("::/96"), 12,
            Network.of("::ffff:0:0:0/96"), 12,
            Network.of("64:ff9b::/96"), 12,
            Network.of("2002::/16"), 2);

    private static final Network NAT64 = Network.of("64:ff9b::/96");
    private static final Network GLOBAL = Network.of("2000::/3");

    private SpecialAddress() {}

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

    /** Parses lines of a network and its kind. */
    private static Map<Network, String> table(String lines) {
        Map<Network, String> table = new LinkedHashMap<>();
        lines.lines().map(line -> line.split(" ", 2)).forEach(row -> table.put(Network.of(row[0]), row[1]));
        return table;
    }
}
