package dev.mendline.lab;

import dev.mendline.model.Endpoint;
import dev.mendline.model.Inventory;
import dev.mendline.model.Inventory.Suffix;
import dev.mendline.model.Inventory.Zone;
import dev.mendline.model.Network;
import java.util.List;
import java.util.stream.Collectors;

/** What an operator of the lab's world would write into {@code mendline.yaml}: which names, which zones, no faults. */
final class Configuration {
    private static final Network LOOPBACK = Network.of("127.0.0.0/8");

    private Configuration() {}

    static Inventory inventory(List<Zone> zones) {
        return new Inventory(List.of(), List.of(new Suffix(Dealt.SUFFIX, List.of(LOOPBACK), List.of(), null)), zones);
    }

    /** The zone with those of the services that live in it, in the order of the alphabet. */
    static Zone zone(String name, Endpoint resolver, Endpoint reference, List<Dealt> dealt) {
        List<String> services = dealt.stream()
                .filter(each -> each.zone().equals(name))
                .map(each -> each.business().service())
                .sorted()
                .toList();
        return new Zone(name, List.of(resolver), List.of(reference), List.of(), services, List.of());
    }

    static String yaml(Inventory inventory) {
        StringBuilder yaml = new StringBuilder("suffixes:\n");
        for (Suffix suffix : inventory.suffixes()) {
            yaml.append("  - suffix: ").append(suffix.suffix()).append('\n');
            yaml.append("    allow-networks: ").append(list(suffix.allowNetworks()));
        }
        yaml.append("zones:\n");
        for (Zone zone : inventory.zones()) {
            yaml.append("  - name: ").append(zone.name()).append('\n');
            yaml.append("    resolvers: ").append(list(zone.resolvers()));
            yaml.append("    reference-resolvers: ").append(list(zone.referenceResolvers()));
            yaml.append("    services: ").append(list(zone.services()));
        }
        return yaml.toString();
    }

    private static String list(List<?> values) {
        return values.stream().map(value -> "\"" + value + "\"").collect(Collectors.joining(", ", "[", "]\n"));
    }
}
