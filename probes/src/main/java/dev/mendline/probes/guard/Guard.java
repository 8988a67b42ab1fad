package dev.mendline.probes.guard;

import dev.mendline.model.HostNames;
import dev.mendline.model.Inventory;
import dev.mendline.model.Network;
import dev.mendline.model.Node;
import java.net.InetAddress;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What may be looked at. A name in a log line is an attacker's input: only configured names are looked up, only public
 * addresses and those of configured networks are connected to, only at MongoDB's ports and those configured or named by
 * the deployment's own SRV record. Empty means permitted.
 */
public final class Guard {
    /** MongoDB's own: mongod and mongos 27017, a sharded cluster's mongos 27016, the BI connector 27015. */
    private static final int FIRST_PORT = 27015;

    private static final int LAST_PORT = 27017;

    private final Inventory inventory;

    public Guard(Inventory inventory) {
        this.inventory = inventory;
    }

    /**
     * What is not looked at, and what would allow it.
     *
     * @param why for the transcript
     * @param configuration the line of {@code mendline.yaml} that would allow it; empty when nothing can
     */
    public record Refusal(String why, String configuration) {
        public List<String> transcript() {
            return configuration.isEmpty() ? List.of(why) : List.of(why, "Allowed by: " + configuration);
        }
    }

    /** Only configured targets and names under configured suffixes are looked up. */
    public Optional<Refusal> name(String host) {
        if (HostNames.isAddress(host) && inventory.namesAddress(host)) {
            return Optional.empty();
        }
        if (!HostNames.isName(host)) {
            return Optional.of(new Refusal(
                    "Not looked at: no host name of letters, digits and hyphens (an international name in its xn-- form)",
                    ""));
        }
        if (inventory.targetOf(host).isPresent() || inventory.suffixOf(host).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Refusal(
                "Not looked at: " + host + " is no configured target and under no configured suffix",
                "targets: [{name: " + host + "}]"));
    }

    /**
     * Only public addresses and those that {@code allow-networks} of the target, the suffix or the zone contains. A
     * target's networks hold for its own hosts alone.
     */
    public Optional<Refusal> address(InetAddress address, String host, String target, Inventory.Zone zone) {
        Optional<String> kind = SpecialAddress.of(address);
        if (kind.isEmpty() || networks(host, target, zone).anyMatch(network -> network.contains(address))) {
            return Optional.empty();
        }
        String text = address.getHostAddress();
        return Optional.of(new Refusal(
                "Not connected to: " + text + " is " + kind.get(),
                line(host, target, "allow-networks: [" + text + "/" + 8 * address.getAddress().length + "]")));
    }

    /**
     * MongoDB's own ports, those configured, and those that the deployment's own record names.
     *
     * @param named the nodes that the deployment's own SRV record names, each with its port
     */
    public Optional<Refusal> port(Node node, String target, Collection<Node> named) {
        boolean allowed = (node.port() >= FIRST_PORT && node.port() <= LAST_PORT)
                || named.contains(node)
                || ports(node.host(), target).anyMatch(port -> port == node.port());
        return allowed
                ? Optional.empty()
                : Optional.of(new Refusal(
                        "Not connected to: port " + node.port()
                                + " is none of 27015–27017, nor configured, nor named by" + " the SRV record",
                        line(node.host(), target, "ports: [" + node.port() + "]")));
    }

    private Stream<Network> networks(String host, String target, Inventory.Zone zone) {
        return Stream.of(
                        zone.allowNetworks().stream(),
                        inventory.suffixOf(host).stream().flatMap(suffix -> suffix.allowNetworks().stream()),
                        targets(host, target).flatMap(each -> each.allowNetworks().stream()))
                .flatMap(each -> each);
    }

    private Stream<Integer> ports(String host, String target) {
        return Stream.concat(
                inventory.suffixOf(host).stream().flatMap(suffix -> suffix.ports().stream()),
                targets(host, target).flatMap(each -> each.ports().stream()));
    }

    /** The target that claims the host, and the request's target where the host shares its parent domain. */
    private Stream<Inventory.Target> targets(String host, String target) {
        boolean own = host.equals(target) || HostNames.sharesParent(target, host);
        return Stream.concat(
                inventory.targetOf(host).stream(), own ? inventory.targetOf(target).stream() : Stream.empty());
    }

    private String line(String host, String target, String setting) {
        return targets(host, target)
                .findFirst()
                .map(each -> "targets: [{name: " + each.name() + ", " + setting + "}]")
                .or(() -> inventory
                        .suffixOf(host)
                        .map(suffix -> "suffixes: [{suffix: " + suffix.suffix() + ", " + setting + "}]"))
                .orElse("");
    }
}
