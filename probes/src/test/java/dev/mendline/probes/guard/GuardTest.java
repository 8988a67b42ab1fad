package dev.mendline.probes.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.model.config.Inventory;
import dev.mendline.model.journal.Finding;
import dev.mendline.model.net.Endpoint;
import dev.mendline.model.net.Network;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.ProbeRequest;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.Lookout;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {
    private static final Inventory.Zone ZONE = new Inventory.Zone(
            "local", List.of(), List.of(), List.of(), List.of(), List.of(Network.of("192.168.7.0/24")));
    private static final Inventory INVENTORY = new Inventory(
            List.of(
                    target("orders.db.example", List.of("*.orders.db.example"), "10.1.0.0/16", 30017),
                    target("amber.q7f3k.mongodb.net", List.of(), "10.2.0.0/16", 30018)),
            List.of(new Inventory.Suffix("mongodb.net", List.of(Network.of("10.3.0.0/16")), List.of(1024), null)),
            List.of(ZONE));
    private static final Guard GUARD = new Guard(INVENTORY);

    private static Inventory.Target target(String name, List<String> match, String network, int port) {
        return new Inventory.Target(
                name, match, List.of(), null, List.of(Network.of(network)), List.of(port), null, null, null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders.db.example",
                "n1.orders.db.example",
                "ORDERS.db.example",
                "amber.q7f3k.mongodb.net",
                "other.x.mongodb.net"
            })
    void lets_configured_names_and_names_under_configured_suffixes_through(String host) {
        assertThat(GUARD.name(host)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "mongodb.net",
                "evilmongodb.net",
                "x.mongodb.net.evil.example",
                "db.example",
                "localhost",
                "127.0.0.1",
                "2130706433",
                "0x7f000001",
                "0177.0.0.1",
                "127.1",
                "0x7f.1",
                "1.0x2.3",
                "x.mongodb.net.1",
                "0300.0250.0.1",
                "3232235521",
                "[::ffff:7f00:1]",
                "fe80::1%eth0",
                "::1",
                "[::1]",
                "::ffff:127.0.0.1",
                "x.mongodb.net.",
                "x.mongodb.net..",
                "user@x.mongodb.net",
                "evil.example#x.mongodb.net",
                "evil.example/x.mongodb.net",
                "evil.example\\x.mongodb.net",
                "x.mongodb.net\r\nHost: evil",
                "x.mongodb.net\0.evil.example",
                "x%2emongodb.net",
                "x .mongodb.net",
                "*.mongodb.net",
                "-x.mongodb.net",
                "x-.mongodb.net",
                "x..mongodb.net",
                "ünï.mongodb.net",
                "x.mongоdb.net",
                "x.mongodb\u2024net",
                "x\uff0emongodb\uff0enet",
                "x\uff61mongodb.net",
                "x\u200b.mongodb.net",
                "x\u00ad.mongodb.net",
                "\u212ax.mongodb.net",
                "x.mongodb.net\n",
                "x.mongodb.net\r",
                "x.mongodb.net\t",
                "x.mongodb.net%00",
                "x.mongodb.net:27017",
                "x.mongodb.net?a=b",
                "xn--mongdb-yqa.net",
                "x。mongodb.net",
                "ⓧ.mongodb.net",
                "$(id).mongodb.net",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.mongodb.net",
            })
    void lets_no_other_name_through(String host) {
        assertThat(GUARD.name(host)).isPresent();
    }

    @Test
    void lets_no_name_through_that_is_longer_than_dns_allows() {
        assertThat(GUARD.name("a.".repeat(150) + "mongodb.net")).isPresent();
    }

    @Test
    void prints_the_line_that_would_allow_a_name_and_repeats_nothing_that_is_no_name() {
        assertThat(GUARD.name("db.example").orElseThrow().transcript())
                .containsExactly(
                        "Not looked at: db.example is no configured target and under no configured suffix",
                        "Allowed by: targets: [{name: db.example}]");
        assertThat(GUARD.name("u:hunter2@x.mongodb.net").orElseThrow().transcript())
                .hasSize(1)
                .noneMatch(line -> line.contains("hunter2"));
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,                 loopback",
        "127.255.255.254,           loopback",
        "0.0.0.0,                   this host (RFC 1122)",
        "0.1.2.3,                   this host (RFC 1122)",
        "10.9.9.9,                  private (RFC 1918)",
        "172.16.0.1,                private (RFC 1918)",
        "172.31.255.255,            private (RFC 1918)",
        "192.168.0.1,               private (RFC 1918)",
        "100.64.0.1,                carrier-grade NAT (RFC 6598)",
        "100.127.255.255,           carrier-grade NAT (RFC 6598)",
        "169.254.169.254,           cloud metadata",
        "168.63.129.16,             cloud metadata",
        "169.254.1.1,               link-local (RFC 3927)",
        "192.0.0.1,                 protocol assignments (RFC 6890)",
        "198.18.0.1,                benchmarks (RFC 2544)",
        "198.19.255.255,            benchmarks (RFC 2544)",
        "224.0.0.1,                 multicast",
        "240.0.0.1,                 reserved (RFC 1112)",
        "255.255.255.255,           broadcast (RFC 919)",
        "255.255.255.254,           reserved (RFC 1112)",
        "192.0.2.1,                 documentation (RFC 5737)",
        "198.51.100.1,              documentation (RFC 5737)",
        "203.0.113.1,               documentation (RFC 5737)",
        "192.31.196.1,              DNS sink (RFC 7535)",
        "192.52.193.1,              multicast tunnels (RFC 7450)",
        "192.88.99.1,               6to4 relays (RFC 7526)",
        "192.175.48.1,              DNS sink (RFC 7534)",
        "169.254.170.2,             cloud metadata",
        "169.254.170.23,            cloud metadata",
        "100.100.100.200,           cloud metadata",
        "192.0.0.192,               cloud metadata",
        "fd00:ec2::23,              cloud metadata",
        "fd20:ce::254,              cloud metadata",
        "fe80::a9fe:a9fe,           cloud metadata",
        "::,                        any address",
        "::1,                       loopback",
        "fd00:ec2::254,             cloud metadata",
        "fd12::1,                   private (RFC 4193)",
        "fe80::1,                   link-local (RFC 4291)",
        "fec0::1,                   site-local (RFC 3879)",
        "ff02::1,                   multicast",
        "2001::1,                   Teredo (RFC 4380)",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2, Teredo (RFC 4380)",
        "2001:2::1,                 benchmarks (RFC 5180)",
        "2001:10::1,                ORCHID (RFC 4843)",
        "2001:2f::1,                ORCHID (RFC 7343)",
        "2001:1::1,                 protocol assignments (RFC 2928)",
        "2001:db8::1,               documentation (RFC 3849)",
        "2002:3401:203::,           6to4 (RFC 7526)",
        "2620:4f:8000::42,          DNS sink (RFC 7534)",
        "3fff:fff::1,               documentation (RFC 9637)",
        "5f00::1,                   segment routing (RFC 9602)",
        "100::1,                    discarded (RFC 6666)",
        "100:0:0:1::1,              a dummy prefix (RFC 9780)",
        "4000::1,                   not assigned to the public internet (RFC 4291)",
        "::52.1.2.3,                IPv4-compatible (RFC 4291)",
        "::ffff:0:52.1.2.3,         IPv4-translated (RFC 2765)",
        "64:ff9b:1::1,              local NAT64 (RFC 8215)",
        "::ffff:127.0.0.1,          loopback",
        "::ffff:169.254.169.254,    cloud metadata",
        "::ffff:0:10.0.0.1,         'private (RFC 1918), inside an IPv6 address'",
        "::127.0.0.1,               'loopback, inside an IPv6 address'",
        "64:ff9b::10.0.0.1,         'private (RFC 1918), inside an IPv6 address'",
        "64:ff9b::a9fe:a9fe,        'cloud metadata, inside an IPv6 address'",
        "2002:7f00:1::,             'loopback, inside an IPv6 address'",
    })
    void lets_no_address_through_that_is_not_public(String text, String kind) throws UnknownHostException {
        InetAddress address = InetAddress.getByName(text);

        assertThat(refusal(address, "other.x.mongodb.net")).hasValueSatisfying(refusal -> {
            assertThat(refusal.why()).isEqualTo("Not connected to: " + address.getHostAddress() + " is " + kind);
            assertThat(refusal.record().allow())
                    .isEqualTo("suffixes: [{suffix: mongodb.net, allow-networks: [" + address.getHostAddress() + "/"
                            + 8 * address.getAddress().length + "]}]");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "52.1.2.3",
                "9.255.255.255",
                "11.0.0.1",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.0.1",
                "172.32.0.1",
                "192.0.1.1",
                "198.17.0.1",
                "198.20.0.1",
                "223.255.255.255",
                "192.0.3.1",
                "192.88.98.255",
                "198.51.101.1",
                "203.0.112.255",
                "168.63.129.17",
                "2600:1f18::1",
                "2001:200::1",
                "2001:4860::1",
                "2003::1",
                "::ffff:52.1.2.3",
                "64:ff9b::52.1.2.3"
            })
    void lets_public_addresses_through(String text) throws UnknownHostException {
        assertThat(refusal(InetAddress.getByName(text), "other.x.mongodb.net")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "n1.orders.db.example,         orders.db.example,       10.1.2.3,    true",
        "n1.orders.db.example,         orders.db.example,       10.2.2.3,    false",
        "amber-00.q7f3k.mongodb.net,   amber.q7f3k.mongodb.net, 10.2.2.3,    true",
        "amber-00.q7f3k.mongodb.net,   amber.q7f3k.mongodb.net, 10.3.2.3,    true",
        "evil.zzzzz.mongodb.net,       amber.q7f3k.mongodb.net, 10.2.2.3,    false",
        "evil.zzzzz.mongodb.net,       amber.q7f3k.mongodb.net, 192.168.7.1, true",
        "evil.zzzzz.mongodb.net,       amber.q7f3k.mongodb.net, 192.168.8.1, false",
    })
    void opens_a_private_network_only_to_the_hosts_it_is_configured_for(
            String host, String target, String address, boolean allowed) throws UnknownHostException {
        assertThat(GUARD.address(InetAddress.getByName(address), host, target, ZONE)
                        .isEmpty())
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "other.x.mongodb.net:27014,        false",
        "other.x.mongodb.net:27015,        true",
        "other.x.mongodb.net:27017,        true",
        "other.x.mongodb.net:27018,        false",
        "other.x.mongodb.net:22,           false",
        "other.x.mongodb.net:1024,         true",
        "other.x.mongodb.net:30018,        false",
        "amber-02.q7f3k.mongodb.net:22,    false",
        "amber-02.q7f3k.mongodb.net:1023,  false",
        "amber-02.q7f3k.mongodb.net:1025,  true",
        "amber-02.q7f3k.mongodb.net:6379,  false",
        "other.x.mongodb.net:1025,         false",
        "amber-00.q7f3k.mongodb.net:30018, true",
        "amber-00.q7f3k.mongodb.net:40001, true",
        "amber-01.q7f3k.mongodb.net:40001, false",
    })
    void lets_only_mongodbs_configured_and_srv_named_ports_through(String node, boolean allowed) {
        List<Node> named = Stream.of("00:40001", "02:22", "02:1023", "02:1025", "02:6379")
                .map(each -> Node.of("amber-" + each.replace(":", ".q7f3k.mongodb.net:")))
                .toList();

        assertThat(GUARD.port(Node.of(node), "amber.q7f3k.mongodb.net", named).isEmpty())
                .isEqualTo(allowed);
    }

    @Test
    void names_the_target_in_the_line_where_it_is_configured() throws UnknownHostException {
        Guard.Refusal address = GUARD.address(
                        InetAddress.getByName("10.9.9.9"), "n1.orders.db.example", "orders.db.example", ZONE)
                .orElseThrow();
        Guard.Refusal port = GUARD.port(Node.of("n1.orders.db.example:22"), "orders.db.example", List.of())
                .orElseThrow();

        assertThat(address.record().allow())
                .isEqualTo("targets: [{name: orders.db.example, allow-networks: [10.9.9.9/32]}]");
        assertThat(port.record().allow()).isEqualTo("targets: [{name: orders.db.example, ports: [22]}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "2130706433", "x.mongodb.net\r\nHost: evil", "u@x.mongodb.net"})
    void makes_a_finding_of_a_request_for_such_a_target(String target) {
        ProbeRequest request = Lookout.request("dns-srv", target, null);

        Finding finding = Lookout.at(new Endpoint("127.0.0.1", 53)).probes().run(request);

        assertThat(finding.outcome()).isEqualTo(Outcome.Kind.INCONCLUSIVE);
        assertThat(finding.reason()).isEqualTo(Reason.NOT_ALLOWED);
        assertThat(finding.facts()).isNull();
    }

    private static Optional<Guard.Refusal> refusal(InetAddress address, String host) {
        Inventory.Zone bare = new Inventory.Zone("local", List.of(), List.of(), List.of(), List.of(), List.of());
        return new Guard(new Inventory(
                        List.of(),
                        List.of(new Inventory.Suffix(
                                "mongodb.net", List.of(Network.of("10.3.0.0/16")), List.of(), null)),
                        List.of(bare)))
                .address(address, host, host, bare);
    }
}
