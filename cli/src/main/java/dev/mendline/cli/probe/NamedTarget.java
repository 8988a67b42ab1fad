package dev.mendline.cli.probe;

import dev.mendline.model.config.Inventory;
import dev.mendline.model.config.Secret;
import dev.mendline.model.net.Endpoint;
import dev.mendline.model.net.HostNames;
import dev.mendline.model.net.Network;
import dev.mendline.model.probe.Node;
import dev.mendline.probes.ProbeTarget;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Deployment that is named on the command line, added to the inventory. Naming it allows probing it, except in private
 * networks.
 */
final class NamedTarget {
    private final ProbeTarget target;
    private final @Nullable ConnectionOptions options;
    private final Optional<Inventory.Target> listed;
    private final Inventory known;

    NamedTarget(ProbeTarget target, Inventory known) {
        Secret string = target.connectionString();
        this.target = target;
        this.options = string == null ? null : ConnectionOptions.of(string);
        this.listed = known.targetOf(target.target());
        this.known = known;
    }

    Optional<ConnectionOptions> options() {
        return Optional.ofNullable(options);
    }

    /**
     * Returns whether the connection string uses TLS; without a string, whether the configuration does; otherwise true.
     */
    boolean tls() {
        return options != null
                ? options.tls()
                : listed.map(Inventory.Target::tls).orElse(true);
    }

    /** Returns true if credentials are known from the connection string or the configuration. */
    boolean login() {
        return (options != null && options.login())
                || listed.map(Inventory.Target::credentials).isPresent();
    }

    /** Returns the configured zone of the target, or the first zone. */
    String zone() {
        return listed.map(Inventory.Target::zone).orElse(known.zones().get(0).name());
    }

    @Nullable
    Path tlsCaFile(@Nullable Path given) {
        if (given != null) {
            return given;
        }
        return options != null && options.tlsCaFile() != null
                ? options.tlsCaFile()
                : listed.map(Inventory.Target::tlsCaFile).orElse(null);
    }

    /** Returns the inventory with this target first. */
    Inventory inventory(List<Network> networks, @Nullable Path caFile) {
        List<Network> allowed = new ArrayList<>(networks);
        List<Integer> ports =
                new ArrayList<>(target.nodes().stream().map(Node::port).toList());
        listed.ifPresent(each -> {
            allowed.addAll(each.allowNetworks());
            ports.addAll(each.ports());
        });
        known.suffixOf(target.target()).ifPresent(suffix -> allowed.addAll(suffix.allowNetworks()));
        List<Inventory.Target> targets = new ArrayList<>();
        targets.add(new Inventory.Target(
                target.target(),
                names(),
                List.of(),
                null,
                allowed,
                ports,
                listed.map(Inventory.Target::credentials).orElse(null),
                tls(),
                tlsCaFile(caFile)));
        known.targets().stream()
                .filter(each -> !each.name().equals(target.target()))
                .forEach(targets::add);
        return new Inventory(targets, known.suffixes(), known.zones());
    }

    /** Returns the inventory with TLS for its first target, to test whether its nodes support TLS. */
    static Inventory overTls(Inventory known) {
        List<Inventory.Target> targets = new ArrayList<>(known.targets());
        Inventory.Target plain = targets.get(0);
        targets.set(
                0,
                new Inventory.Target(
                        plain.name(),
                        plain.match(),
                        plain.services(),
                        plain.zone(),
                        plain.allowNetworks(),
                        plain.ports(),
                        plain.credentials(),
                        true,
                        plain.tlsCaFile()));
        return new Inventory(targets, known.suffixes(), known.zones());
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        names.add(target.target());
        target.nodes().stream().map(Node::host).forEach(names::add);
        if (target.kind() != ProbeTarget.Kind.NODES && !HostNames.isAddress(target.target())) {
            names.add("*." + HostNames.parent(target.target()));
        }
        return names;
    }

    /** Returns the inventory with other resolvers for one zone. */
    static Inventory asking(Inventory known, String zone, List<Endpoint> resolvers, List<Endpoint> reference) {
        return new Inventory(
                known.targets(),
                known.suffixes(),
                known.zones().stream()
                        .map(each -> !each.name().equals(zone)
                                ? each
                                : new Inventory.Zone(
                                        each.name(),
                                        resolvers.isEmpty() ? each.resolvers() : resolvers,
                                        reference.isEmpty() ? each.referenceResolvers() : reference,
                                        each.egress(),
                                        each.services(),
                                        each.allowNetworks()))
                        .toList());
    }
}
