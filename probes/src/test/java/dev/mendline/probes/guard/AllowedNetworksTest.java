package dev.mendline.probes.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.model.config.Inventory;
import dev.mendline.model.config.StrictYaml;
import dev.mendline.model.net.Network;
import dev.mendline.model.probe.Node;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code allow-networks} and {@code ports} of a target, a suffix and a zone allow: what they say, and nothing beside. */
class AllowedNetworksTest {
    private static final String AMBER = "amber.q7f3k.mongodb.net";
    private static final String AMBER_NODE = "amber-00.q7f3k.mongodb.net";
    /** Of the same Atlas project, so under the same parent domain. */
    private static final String BERYL = "beryl.q7f3k.mongodb.net";

    private static final String BERYL_NODE = "beryl-00.q7f3k.mongodb.net";
    private static final String UNLISTED = "coral-00.zzzzz.mongodb.net";
    private static final String OTHER_SUFFIX = "db.intern.example";

    private static final Inventory BARE = new Inventory(
            List.of(
                    target(AMBER, List.of(), List.of(), List.of()),
                    target(BERYL, List.of("beryl-*.q7f3k.mongodb.net"), List.of(), List.of())),
            List.of(suffix("mongodb.net", List.of(), List.of()), suffix("intern.example", List.of(), List.of())),
            List.of(zone("local", List.of()), zone("cellar", List.of())));

    private static Inventory.Target target(
            String name, List<String> match, List<Network> networks, List<Integer> ports) {
        return new Inventory.Target(name, match, List.of(), null, networks, ports, null, null, null);
    }

    private static Inventory.Suffix suffix(String name, List<Network> networks, List<Integer> ports) {
        return new Inventory.Suffix(name, networks, ports, null);
    }

    private static Inventory.Zone zone(String name, List<Network> networks) {
        return new Inventory.Zone(name, List.of(), List.of(), List.of(), List.of(), networks);
    }

    private static Optional<Guard.Refusal> refusal(
            Inventory inventory, String address, String host, String target, String zone) {
        try {
            return new Guard(inventory)
                    .address(
                            InetAddress.getByName(address),
                            host,
                            target,
                            inventory.zone(zone).orElseThrow());
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** As a person does who puts the line into the file: into the entry of this name, else as a new one. */
    private static Inventory with(Inventory before, String line) {
        Inventory read = StrictYaml.read("mendline.yaml", line, Inventory.class);
        List<Inventory.Target> targets = new ArrayList<>(before.targets());
        for (Inventory.Target each : read.targets()) {
            List<String> match =
                    before.targetOf(each.name()).map(Inventory.Target::match).orElse(List.of());
            targets.removeIf(old -> old.name().equals(each.name()));
            targets.add(target(each.name(), match, each.allowNetworks(), each.ports()));
        }
        List<Inventory.Suffix> suffixes = new ArrayList<>(before.suffixes());
        if (line.startsWith("suffixes:")) {
            for (Inventory.Suffix each : read.suffixes()) {
                suffixes.removeIf(old -> old.suffix().equals(each.suffix()));
                suffixes.add(each);
            }
        }
        return new Inventory(targets, suffixes, before.zones());
    }

    static Stream<String> special() {
        return Stream.of(
                "127.0.0.1",
                "0.0.0.0",
                "10.9.9.9",
                "100.64.3.3",
                "169.254.169.254",
                "172.16.0.1",
                "192.0.2.1",
                "192.168.0.9",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::10.0.0.1",
                "64:ff9b::10.0.0.1",
                "2002:a00:1::",
                "2001:db8::1",
                "fd12:3456::1",
                "fe80::1",
                "ff02::1",
                "4000::1");
    }

    @ParameterizedTest
    @MethodSource("special")
    void the_line_that_a_refusal_prints_allows_this_address_to_these_hosts_and_nothing_else(String address) {
        for (String host : List.of(AMBER_NODE, AMBER, BERYL_NODE, UNLISTED, OTHER_SUFFIX)) {
            String target = host.startsWith("amber") ? AMBER : host;
            Guard.Refusal refusal =
                    refusal(BARE, address, host, target, "local").orElseThrow();
            Inventory changed = with(BARE, refusal.record().allow());

            assertThat(refusal(changed, address, host, target, "local"))
                    .as("%s at %s with %s", address, host, refusal.record().allow())
                    .isEmpty();
            special()
                    .filter(other -> !other.equals(address) && !same(other, address))
                    .forEach(other -> assertThat(refusal(changed, other, host, target, "local"))
                            .as(
                                    "%s at %s with %s",
                                    other, host, refusal.record().allow())
                            .isPresent());
        }
    }

    private static boolean same(String one, String other) {
        try {
            return InetAddress.getByName(one).equals(InetAddress.getByName(other));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // where it is set, the host, the request's target, the zone, allowed
        AMBER + ",        " + AMBER + ",        " + AMBER + ",  local, true",
        AMBER + ",        " + AMBER_NODE + ",   " + AMBER + ",  local, true",
        AMBER + ",        " + AMBER_NODE + ",   " + AMBER + ",  cellar, true",
        AMBER + ",        " + AMBER_NODE + ",   " + BERYL + ",  local, false",
        AMBER + ",        " + BERYL_NODE + ",   " + AMBER + ",  local, false",
        AMBER + ",        " + BERYL_NODE + ",   " + BERYL + ",  local, false",
        AMBER + ",        " + UNLISTED + ",     " + AMBER + ",  local, false",
        AMBER + ",        " + OTHER_SUFFIX + ", " + AMBER + ",  local, false",
        BERYL + ",        " + BERYL_NODE + ",   " + BERYL + ",  local, true",
        BERYL + ",        " + BERYL_NODE + ",   " + AMBER + ",  local, true",
        BERYL + ",        " + AMBER_NODE + ",   " + AMBER + ",  local, false",
        "mongodb.net,     " + AMBER_NODE + ",   " + AMBER + ",  local, true",
        "mongodb.net,     " + UNLISTED + ",     " + UNLISTED + ", local, true",
        "mongodb.net,     " + OTHER_SUFFIX + ", " + AMBER + ",  local, false",
        "intern.example,  " + OTHER_SUFFIX + ", " + OTHER_SUFFIX + ", local, true",
        "intern.example,  " + UNLISTED + ",     " + OTHER_SUFFIX + ", local, false",
        "cellar,          " + UNLISTED + ",     " + UNLISTED + ", cellar, true",
        "cellar,          " + OTHER_SUFFIX + ", " + OTHER_SUFFIX + ", cellar, true",
        "cellar,          " + UNLISTED + ",     " + UNLISTED + ", local, false",
        "cellar,          " + AMBER_NODE + ",   " + AMBER + ",  local, false",
    })
    void a_network_is_open_where_it_is_set_and_nowhere_else(
            String where, String host, String target, String zone, boolean allowed) {
        Inventory set = set(where, List.of(Network.of("10.7.0.0/16")));

        assertThat(refusal(set, "10.7.1.2", host, target, zone).isEmpty()).isEqualTo(allowed);
        assertThat(refusal(set, "10.8.1.2", host, target, zone)).isPresent();
    }

    private static Inventory set(String where, List<Network> networks) {
        return new Inventory(
                BARE.targets().stream()
                        .map(each ->
                                each.name().equals(where) ? target(where, each.match(), networks, List.of()) : each)
                        .toList(),
                BARE.suffixes().stream()
                        .map(each -> each.suffix().equals(where) ? suffix(where, networks, List.of()) : each)
                        .toList(),
                BARE.zones().stream()
                        .map(each -> each.name().equals(where) ? zone(where, networks) : each)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({AMBER_NODE + "," + AMBER, BERYL_NODE + "," + BERYL, UNLISTED + "," + UNLISTED})
    void the_line_that_a_refused_port_prints_allows_it_to_these_hosts_and_no_other_port(String host, String target) {
        for (int port : new int[] {22, 6379, 27014, 30000}) {
            Guard.Refusal refusal = new Guard(BARE)
                    .port(new Node(host, port), target, List.of())
                    .orElseThrow();
            Guard changed = new Guard(with(BARE, refusal.record().allow()));

            assertThat(changed.port(new Node(host, port), target, List.of())).isEmpty();
            assertThat(changed.port(new Node(host, port + 1), target, List.of()).isEmpty())
                    .isEqualTo(port + 1 == 27015);
            assertThat(changed.port(new Node(OTHER_SUFFIX, port), OTHER_SUFFIX, List.of()))
                    .isPresent();
        }
    }

    @Test
    void the_line_that_a_refused_name_prints_allows_this_name_and_no_other() {
        Guard.Refusal refusal = new Guard(BARE).name("db.shop.example").orElseThrow();
        Guard changed = new Guard(with(BARE, refusal.record().allow()));

        assertThat(changed.name("db.shop.example")).isEmpty();
        assertThat(changed.name("x.db.shop.example")).isPresent();
        assertThat(changed.name("shop.example")).isPresent();
    }
}
