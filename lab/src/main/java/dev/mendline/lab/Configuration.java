package dev.mendline.lab;

import dev.mendline.lab.world.AssignedScenario;
import dev.mendline.lab.world.World;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.config.Inventory.Credentials;
import dev.mendline.model.config.Inventory.Suffix;
import dev.mendline.model.config.Inventory.Target;
import dev.mendline.model.config.Inventory.Zone;
import dev.mendline.model.config.Secret;
import dev.mendline.model.net.Endpoint;
import dev.mendline.model.net.Network;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Content of {@code mendline.yaml} for the lab: names, zones and users, without the faults.
 *
 * @param passwords password file of each target
 */
record Configuration(
        List<AssignedScenario> dealt, World world, String referenceZone, Path authority, Map<String, Path> passwords) {
    private static final List<Network> LOOPBACK = List.of(Network.of("127.0.0.0/8"));

    public Inventory inventory() {
        return new Inventory(
                dealt.stream()
                        .sorted(Comparator.comparing(AssignedScenario::target))
                        .map(this::target)
                        .toList(),
                List.of(new Suffix(AssignedScenario.SUFFIX, LOOPBACK, List.of(), authority)),
                world.zones().stream().map(this::zone).toList());
    }

    private Target target(AssignedScenario one) {
        return new Target(
                one.target(),
                List.of("*." + one.domain()),
                one.bound() ? List.of(one.service()) : List.of(),
                null,
                LOOPBACK,
                List.of(),
                new Credentials(one.service(), Secret.of(one.typed()), null),
                null,
                authority);
    }

    /** Returns a zone with its services in alphabetical order. */
    private Zone zone(String name) {
        List<String> services = dealt.stream()
                .filter(each -> each.zone().equals(name))
                .map(AssignedScenario::service)
                .sorted()
                .toList();
        List<Endpoint> reference = List.of(world.referenceResolver());
        return new Zone(name, List.of(world.resolverOf(name)), reference, List.of(), services, List.of());
    }

    String yaml() {
        Inventory inventory = inventory();
        Yaml yaml = new Yaml();
        yaml.line("targets:");
        inventory.targets().forEach(target -> target(yaml, target));
        yaml.line("suffixes:");
        for (Suffix suffix : inventory.suffixes()) {
            yaml.item("suffix", suffix.suffix())
                    .list("allow-networks", suffix.allowNetworks())
                    .text("tls-ca-file", authority);
        }
        yaml.line("zones:");
        for (Zone zone : inventory.zones()) {
            yaml.item("name", zone.name())
                    .list("resolvers", zone.resolvers())
                    .list("reference-resolvers", zone.referenceResolvers())
                    .list("services", zone.services());
        }
        yaml.line("probes:").line("  reference-zone: " + referenceZone);
        return yaml.toString();
    }

    private void target(Yaml yaml, Target target) {
        Path password = passwords.get(target.name());
        Credentials credentials = target.credentials();
        if (password == null || credentials == null) {
            throw new IllegalArgumentException("no password for " + target.name());
        }
        yaml.item("name", target.name())
                .list("match", target.match())
                .list("services", target.services())
                .list("allow-networks", target.allowNetworks())
                .line("    credentials:")
                .line("      user: " + Yaml.quoted(credentials.user()))
                .line("      password: {file: " + Yaml.quoted(password) + "}")
                .text("tls-ca-file", authority);
    }
}
