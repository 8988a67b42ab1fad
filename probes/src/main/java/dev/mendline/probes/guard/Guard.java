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
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides which names, addresses and ports probes may use. An attacker can write any name into a log line. So only
 * configured names are looked up, and connections go only to public addresses and configured networks. Allowed ports
 * are MongoDB's, configured ones, and those that the deployment's own SRV record names. An empty result means allowed.
 */
public final class Guard {
    /** 27017 is for mongod and mongos, 27016 for mongos of a sharded cluster, 27015 for the BI connector. */
    private static final int FIRST_PORT = 27015;

    private static final int LAST_PORT = 27017;

    /** Lower ports belong to system services (RFC 6335). Private endpoints use ports from 1024 on. */
    private static final int FIRST_OF_USERS = 1024;

    /**
     * Ports of other services (IANA's service name registry). The owner of a DNS zone can write any port into its SRV
     * record and so misuse the prober.
     */
    private static final Set<Integer> FOREIGN = Set.of(
            1433, 1521, 1883, 2049, 2181, 2375, 2376, 2379, 2380, 3128, 3260, 3306, 3389, 4222, 4369, 5000, 5432, 5601,
            5671, 5672, 5900, 5984, 5985, 5986, 6379, 6443, 7000, 7001, 7474, 7687, 8000, 8080, 8081, 8086, 8200, 8300,
            8443, 8500, 8888, 9000, 9042, 9090, 9092, 9093, 9100, 9200, 9300, 9418, 10250, 10255, 11211, 15672, 16379,
            26379);

    /** Names that system libraries read as IPv4 addresses, e.g. {@code 0x7f.1}; not public ones (RFC 3696). */
    private static final Pattern ENDS_IN_A_NUMBER = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0[xX][0-9a-fA-F]*)");

    private final Inventory inventory;

    public Guard(Inventory inventory) {
        this.inventory = inventory;
    }

    /**
     * Refusal to probe something, and its sentence for the transcript.
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

    /**
     * Checks a name. Only configured targets and names under configured suffixes may be looked up. An IP address must
     * be configured itself.
     */
    public Optional<Refusal> name(String host) {
        if (HostNames.isAddress(host) && inventory.targetOfAddress(host).isPresent()) {
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
     * Checks an address. Public addresses are allowed, and those in {@code allow-networks} of the target, the suffix or
     * the zone. The networks of a target apply only to its own hosts.
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
     * Checks a port. MongoDB's own ports and configured ports are allowed, and ports that the deployment's own SRV
     * record names, unless they belong to another service.
     *
     * @param named the nodes in the deployment's own SRV record, each with its port
     */
    public Optional<Refusal> port(Node node, String target, Collection<Node> named) {
        int port = node.port();
        boolean own = port >= FIRST_PORT && port <= LAST_PORT;
        boolean foreign = port < FIRST_OF_USERS || FOREIGN.contains(port);
        boolean inSrv = named.contains(node);
        if (own || (inSrv && !foreign) || ports(node.host(), target).anyMatch(each -> each == port)) {
            return Optional.empty();
        }
        return refused(
                String.valueOf(port),
                inSrv ? GuardRefusal.Why.PORT_OF_ANOTHER_SERVICE : GuardRefusal.Why.PORT_NOT_CONFIGURED,
                line(node.host(), target, "ports: [" + port + "]"),
                "Not connected to: port " + port
                        + (inSrv
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
     * Returns the target that lists the host; otherwise the request's target if the host is under the same parent
     * domain. All clusters of an Atlas project share one parent domain, so a host that another target lists does not
     * belong to the request's target.
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

    /** Quotes a text with colons for YAML. */
    private static String quoted(String text) {
        return text.contains(":") ? '"' + text + '"' : text;
    }
}
