package dev.mendline.cli.probe;

import dev.mendline.model.config.Inventory;
import dev.mendline.model.config.Secret;
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

    ProbeTarget target() {
        return target;
    }

    Optional<ConnectionOptions> options() {
        return Optional.ofNullable(options);
    }

    /** Returns the setting of the connection string, or else of the configuration, or else true. */
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

    /** Returns the inventory with this target first, and with this zone instead of the one of its name. */
    Inventory inventory(List<Network> networks, @Nullable Path caFile, boolean tls, Inventory.Zone zone) {
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
                tls,
                caFile));
        known.targets().stream()
                .filter(each -> !each.name().equals(target.target()))
                .forEach(targets::add);
        return new Inventory(
                targets,
                known.suffixes(),
                known.zones().stream()
                        .map(each -> each.name().equals(zone.name()) ? zone : each)
                        .toList());
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
}
