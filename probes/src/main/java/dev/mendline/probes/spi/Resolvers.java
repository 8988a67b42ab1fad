package dev.mendline.probes.spi;

import dev.mendline.model.config.Inventory;
import dev.mendline.model.net.Endpoint;
import java.net.InetSocketAddress;
import java.util.List;
import org.xbill.DNS.ResolverConfig;

/**
 * DNS resolvers of a zone.
 *
 * @param system the zone's configured resolvers, otherwise those of this host
 * @param reference resolvers to compare with
 */
public record Resolvers(List<InetSocketAddress> system, List<InetSocketAddress> reference) {
    public static Resolvers of(Inventory.Zone zone) {
        return new Resolvers(
                zone.resolvers().isEmpty() ? ofThisHost() : addresses(zone.resolvers()),
                addresses(zone.referenceResolvers()));
    }

    public List<String> systemTexts() {
        return system.stream().map(Resolvers::text).toList();
    }

    /** {@code 10.0.0.2:53}, {@code [fd00::2]:53}. */
    public static String text(InetSocketAddress resolver) {
        String address = resolver.getAddress() == null
                ? resolver.getHostString()
                : resolver.getAddress().getHostAddress();
        return (address.contains(":") ? "[" + address + "]" : address) + ":" + resolver.getPort();
    }

    private static List<InetSocketAddress> ofThisHost() {
        // Read each time, because a resolv.conf may change while a worker runs.
        ResolverConfig.refresh();
        return List.copyOf(ResolverConfig.getCurrentConfig().servers());
    }

    private static List<InetSocketAddress> addresses(List<Endpoint> endpoints) {
        return endpoints.stream().map(Endpoint::socketAddress).toList();
    }
}
