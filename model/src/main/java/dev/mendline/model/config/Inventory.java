package dev.mendline.model.config;

import dev.mendline.model.net.Endpoint;
import dev.mendline.model.net.HostNames;
import dev.mendline.model.net.Network;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Deployments and zones that the operator configured: known deployments, name suffixes that may become deployments, and
 * the zone of each service. Nothing else is ever probed.
 */
public record Inventory(List<Target> targets, List<Suffix> suffixes, List<Zone> zones) {
    public static final String LOCAL_ZONE = "local";

    /**
     * Configured deployment.
     *
     * @param name name for display, and its SRV name if it has one; an IP address if the operator uses that
     * @param match host names that belong to it; {@code *.suffix} for all names below a suffix
     * @param services glob patterns of services whose texts without a host refer to it
     * @param zone zone from which {@code mendline probe} probes it by default; null for the first zone
     * @param ports additional ports that may be probed, besides 27015–27017 and those in its SRV record
     * @param credentials user for probes; null for none
     * @param tls true if its nodes use TLS; null means true
     * @param tlsCaFile PEM file with the trusted authorities; null for the JDK's
     */
    public record Target(
            String name,
            List<String> match,
            List<String> services,
            @Nullable String zone,
            List<Network> allowNetworks,
            List<Integer> ports,
            @Nullable Credentials credentials,
            @Nullable Boolean tls,
            @Nullable Path tlsCaFile) {
        public Target {
            name = named(name, "name");
            if (!HostNames.isName(name) && !HostNames.isAddress(name)) {
                throw new IllegalArgumentException(
                        "'" + name + "' is not a name; allowed: a host name or an IP address");
            }
            match = List.copyOf(match);
            services = List.copyOf(services);
            allowNetworks = List.copyOf(allowNetworks);
            ports = List.copyOf(ports);
            inRange(ports);
        }
    }

    /**
     * User of a deployment.
     *
     * @param authSource database that defines the user; null means admin
     */
    public record Credentials(
            String user, Secret password, @Nullable String authSource) {
        public Credentials {
            user = named(user, "user");
            if (password == null) {
                throw new IllegalArgumentException("password is missing");
            }
        }

        /** Returns a text without the user's name, which is confidential too. */
        @Override
        public String toString() {
            return "‹credentials›";
        }
    }

    /**
     * Name suffix below which every deployment may be probed.
     *
     * @param tlsCaFile PEM file with the trusted authorities; null for the JDK's
     */
    public record Suffix(
            String suffix,
            List<Network> allowNetworks,
            List<Integer> ports,
            @Nullable Path tlsCaFile) {
        public Suffix {
            suffix = HostNames.canonical(named(suffix, "suffix"));
            if (!HostNames.isName(suffix)) {
                throw new IllegalArgumentException("'" + suffix + "' is not a suffix; allowed: a domain name");
            }
            allowNetworks = List.copyOf(allowNetworks);
            ports = List.copyOf(ports);
            inRange(ports);
        }
    }

    /**
     * Network zone whose services have the same view of the network.
     *
     * @param resolvers resolvers of its hosts ({@code resolv.conf}); empty for those of the worker's own host
     * @param referenceResolvers resolvers to compare with
     * @param egress source addresses of its traffic
     * @param services glob patterns of the services that run in it
     */
    public record Zone(
            String name,
            List<Endpoint> resolvers,
            List<Endpoint> referenceResolvers,
            List<String> egress,
            List<String> services,
            List<Network> allowNetworks) {
        public Zone {
            name = named(name, "name");
            if (!name.matches("[a-z0-9][a-z0-9-]{0,62}")) {
                throw new IllegalArgumentException("'" + name
                        + "' is not a zone name; allowed: at most 63 lower-case letters, digits and hyphens");
            }
            resolvers = List.copyOf(resolvers);
            referenceResolvers = List.copyOf(referenceResolvers);
            egress = List.copyOf(egress);
            egress.forEach(Network::of);
            services = List.copyOf(services);
            allowNetworks = List.copyOf(allowNetworks);
        }
    }

    public static final Inventory DEFAULT = new Inventory(List.of(), List.of(), List.of());

    public Inventory {
        targets = List.copyOf(targets);
        suffixes = suffixes.isEmpty()
                ? List.of(new Suffix("mongodb.net", List.of(), List.of(), null))
                : List.copyOf(suffixes);
        zones = zones.isEmpty()
                ? List.of(new Zone(LOCAL_ZONE, List.of(), List.of(), List.of(), List.of("*"), List.of()))
                : List.copyOf(zones);
        unique("target", targets.stream().map(Target::name).toList());
        unique("zone", zones.stream().map(Zone::name).toList());
        unique("suffix", suffixes.stream().map(Suffix::suffix).toList());
        List<String> known = zones.stream().map(Zone::name).toList();
        targets.stream()
                .filter(target -> target.zone() != null && !known.contains(target.zone()))
                .findFirst()
                .ifPresent(target -> {
                    throw new IllegalArgumentException("target '" + target.name() + "': no zone '" + target.zone()
                            + "' is configured; configured zones: " + String.join(", ", known));
                });
    }

    /**
     * Returns the zone of a service: the first with a matching pattern, else the first without patterns, else the
     * first.
     */
    public Zone zoneOf(String service) {
        return zones.stream()
                .filter(zone -> zone.services().stream().anyMatch(glob -> fits(glob, service)))
                .findFirst()
                .or(() ->
                        zones.stream().filter(zone -> zone.services().isEmpty()).findFirst())
                .orElse(zones.get(0));
    }

    public Optional<Zone> zone(String name) {
        return zones.stream().filter(zone -> zone.name().equals(name)).findFirst();
    }

    /** Returns the configured target that lists this host name. */
    public Optional<Target> targetOf(String host) {
        return targets.stream()
                .filter(target -> target.name().equalsIgnoreCase(host)
                        || target.match().stream().anyMatch(glob -> fits(glob, host)))
                .findFirst();
    }

    /** Returns the only configured target of this service for texts without a host; empty if there are several. */
    public Optional<Target> targetOfService(String service) {
        List<Target> meant = targets.stream()
                .filter(target -> target.services().stream().anyMatch(glob -> fits(glob, service)))
                .toList();
        return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
    }

    /** Returns the first configured target that names this IP address literally; patterns do not count. */
    public Optional<Target> targetOfAddress(String address) {
        return targets.stream()
                .filter(target ->
                        target.name().equals(address) || target.match().contains(address))
                .findFirst();
    }

    /** Returns the longest suffix of this host name. */
    public Optional<Suffix> suffixOf(String host) {
        return suffixes.stream()
                .filter(suffix -> host.endsWith("." + suffix.suffix()))
                .max((a, b) -> Integer.compare(a.suffix().length(), b.suffix().length()));
    }

    /**
     * Returns true if the pattern matches; {@code *} stands for any characters, and case is ignored. Costs at most glob
     * times text.
     */
    static boolean fits(String glob, String text) {
        int g = 0;
        int t = 0;
        int star = -1;
        int mark = 0;
        while (t < text.length()) {
            if (g < glob.length() && glob.charAt(g) == '*') {
                star = g++;
                mark = t;
            } else if (g < glob.length() && text.regionMatches(true, t, glob, g, 1)) {
                g++;
                t++;
            } else if (star >= 0) {
                g = star + 1;
                t = ++mark;
            } else {
                return false;
            }
        }
        while (g < glob.length() && glob.charAt(g) == '*') {
            g++;
        }
        return g == glob.length();
    }

    private static String named(@Nullable String name, String key) {
        if (name == null) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return name;
    }

    private static void inRange(List<Integer> ports) {
        ports.stream().filter(port -> port < 1 || port > 65_535).findFirst().ifPresent(port -> {
            throw new IllegalArgumentException("port must be between 1 and 65535 (was " + port + ")");
        });
    }

    private static void unique(String what, List<String> names) {
        Set<String> seen = new HashSet<>();
        names.stream().filter(name -> !seen.add(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("duplicate " + what + " '" + name + "'");
        });
    }
}
