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
import java.util.function.Function;
import java.util.stream.Collectors;

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

    /** Returns the inventory in YAML; values are quoted, so that their type is unambiguous. */
    String yaml() {
        Inventory inventory = inventory();
        return "targets:\n" + lines(inventory.targets(), this::yaml)
                + "suffixes:\n" + lines(inventory.suffixes(), this::yaml)
                + "zones:\n" + lines(inventory.zones(), Configuration::yaml)
                + "probes:\n  reference-zone: " + referenceZone + "\n";
    }

    private String yaml(Target target) {
        Path password = passwords.get(target.name());
        Credentials credentials = target.credentials();
        if (password == null || credentials == null) {
            throw new IllegalArgumentException("no password for " + target.name());
        }
        return """
              - name: %s
                match: %s
                services: %s
                allow-networks: %s
                credentials:
                  user: %s
                  password: {file: %s}
                tls-ca-file: %s
            """.formatted(
                        quoted(target.name()),
                        quoted(target.match()),
                        quoted(target.services()),
                        quoted(target.allowNetworks()),
                        quoted(credentials.user()),
                        quoted(password),
                        quoted(authority));
    }

    private String yaml(Suffix suffix) {
        return """
              - suffix: %s
                allow-networks: %s
                tls-ca-file: %s
            """.formatted(quoted(suffix.suffix()), quoted(suffix.allowNetworks()), quoted(authority));
    }

    private static String yaml(Zone zone) {
        return """
              - name: %s
                resolvers: %s
                reference-resolvers: %s
                services: %s
            """.formatted(
                        quoted(zone.name()),
                        quoted(zone.resolvers()),
                        quoted(zone.referenceResolvers()),
                        quoted(zone.services()));
    }

    private static <T> String lines(List<T> things, Function<T, String> yaml) {
        return things.stream().map(yaml).collect(Collectors.joining());
    }

    private static String quoted(List<?> values) {
        return values.stream().map(Configuration::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(Object value) {
        return "'" + value.toString().replace("'", "''") + "'";
    }
}
