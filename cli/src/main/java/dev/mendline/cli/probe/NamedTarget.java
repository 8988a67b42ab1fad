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

/** A deployment that a person names, as one of the inventory: who names it means it, private networks still need a word. */
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

    /** What the connection string says; without one what is configured, else yes. */
    boolean tls() {
        return options != null
                ? options.tls()
                : listed.map(Inventory.Target::tls).orElse(true);
    }

    /** Whether somebody can log in: by the connection string, or by what is configured. */
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

    /** The inventory with this target before all others. */
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

    /** The same inventory with TLS at its first target, to see whether its nodes would speak it. */
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

    /** The same inventory with other resolvers in one zone. */
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
