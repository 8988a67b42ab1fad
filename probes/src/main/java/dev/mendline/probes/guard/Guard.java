package dev.mendline.probes.guard;

import dev.mendline.model.config.Inventory;
import dev.mendline.model.net.HostNames;
import dev.mendline.model.net.Network;
import dev.mendline.model.probe.GuardRefusal;
import dev.mendline.model.probe.Node;
import java.net.InetAddress;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What may be looked at. A name in a log line is an attacker's input: only configured names are looked up, only public
 * addresses and those of configured networks are connected to, only at MongoDB's ports and those configured or named by
 * the deployment's own SRV record. Empty means permitted.
 */
public final class Guard {
    /** MongoDB's own: mongod and mongos 27017, a sharded cluster's mongos 27016, the BI connector 27015. */
    private static final int FIRST_PORT = 27015;

    private static final int LAST_PORT = 27017;

    /** What system libraries take for an IPv4 address, e.g. {@code 0x7f.1}; no public domain is called so (RFC 3696). */
    private static final Pattern ENDS_IN_A_NUMBER = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0[xX][0-9a-fA-F]*)");

    private final Inventory inventory;

    public Guard(Inventory inventory) {
        this.inventory = inventory;
    }

    /**
     * A refusal, and its sentence for the transcript.
     *
     * @param record for the finding
     * @param why one sentence
     */
    public record Refusal(GuardRefusal record, String why) {
        public List<String> transcript() {
            return record.allow() == null ? List.of(why) : List.of(why, "Allowed by: " + record.allow());
        }
    }

    private static Optional<Refusal> refused(
            String subject, GuardRefusal.Why rule, @Nullable String allow, String why) {
        return Optional.of(new Refusal(new GuardRefusal(subject, rule, allow), why));
    }

    /** Only configured targets and names under configured suffixes are looked up; an address has to be named outright. */
    public Optional<Refusal> name(String host) {
        if (HostNames.isAddress(host) && inventory.namesAddress(host)) {
            return Optional.empty();
        }
        if (!HostNames.isName(host) || ENDS_IN_A_NUMBER.matcher(host).matches()) {
            return refused(
                    host,
                    GuardRefusal.Why.NO_HOST_NAME,
                    null,
                    "Not looked at: no host name of letters, digits and hyphens (an international name in its xn-- form)");
        }
        if (inventory.targetOf(host).isPresent() || inventory.suffixOf(host).isPresent()) {
            return Optional.empty();
        }
        return refused(
                host,
                GuardRefusal.Why.NAME_NOT_CONFIGURED,
                "targets: [{name: " + host + "}]",
                "Not looked at: " + host + " is no configured target and under no configured suffix");
    }

    /**
     * Only public addresses and those that {@code allow-networks} of the target, the suffix or the zone contains. A
     * target's networks hold for its own hosts alone.
     */
    public Optional<Refusal> address(InetAddress address, String host, String target, Inventory.Zone zone) {
        Optional<String> kind = SpecialAddress.of(address);
        InetAddress plain = SpecialAddress.plain(address);
        if (kind.isEmpty() || networks(host, target, zone).anyMatch(network -> network.contains(plain))) {
            return Optional.empty();
        }
        String text = plain.getHostAddress();
        return refused(
                text,
                GuardRefusal.Why.ADDRESS_NOT_PUBLIC,
                line(host, target, "allow-networks: [" + text + "/" + 8 * plain.getAddress().length + "]"),
                "Not connected to: " + text + " is " + kind.get());
    }

    /**
     * MongoDB's own ports, those configured, and those that the deployment's own record names unless they are other
     * services'.
     *
     * @param named the nodes that the deployment's own SRV record names, each with its port
     */
    public Optional<Refusal> port(Node node, String target, Collection<Node> named) {
        int port = node.port();
        boolean own = port >= FIRST_PORT && port <= LAST_PORT;
        if (own || ports(node.host(), target).anyMatch(each -> each == port)) {
            return Optional.empty();
        }
        if (named.contains(node) && !ForeignPort.is(port)) {
            return Optional.empty();
        }
        boolean foreign = named.contains(node);
        return refused(
                String.valueOf(port),
                foreign ? GuardRefusal.Why.PORT_OF_ANOTHER_SERVICE : GuardRefusal.Why.PORT_NOT_CONFIGURED,
                line(node.host(), target, "ports: [" + port + "]"),
                "Not connected to: port " + port
                        + (foreign
                                ? " is another service's, though the SRV record names it"
                                : " is none of 27015–27017, nor configured, nor named by the SRV record"));
    }

    private Stream<Network> networks(String host, String target, Inventory.Zone zone) {
        return Stream.of(
                        zone.allowNetworks().stream(),
                        inventory.suffixOf(host).stream().flatMap(suffix -> suffix.allowNetworks().stream()),
                        owner(host, target).stream().flatMap(owner -> owner.allowNetworks().stream()))
                .flatMap(each -> each);
    }

    private Stream<Integer> ports(String host, String target) {
        return Stream.concat(
                inventory.suffixOf(host).stream().flatMap(suffix -> suffix.ports().stream()),
                owner(host, target).stream().flatMap(owner -> owner.ports().stream()));
    }

    /**
     * The target that claims the host; else the request's target, where the host stands under its parent domain. All
     * clusters of an Atlas project stand there, so that a host which another target claims is not the request's.
     */
    public Optional<Inventory.Target> owner(String host, String target) {
        Optional<Inventory.Target> claimant = inventory.targetOf(host);
        return claimant.isPresent() || !HostNames.sharesParent(target, host) ? claimant : inventory.targetOf(target);
    }

    private @Nullable String line(String host, String target, String setting) {
        return owner(host, target)
                .map(each -> "targets: [{name: " + quoted(each.name()) + ", " + setting + "}]")
                .or(() -> inventory
                        .suffixOf(host)
                        .map(suffix -> "suffixes: [{suffix: " + suffix.suffix() + ", " + setting + "}]"))
                .orElse(null);
    }

    /** As YAML wants a text with colons. */
    private static String quoted(String text) {
        return text.contains(":") ? '"' + text + '"' : text;
    }
}
