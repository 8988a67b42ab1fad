package dev.mendline.model.facts;

import dev.mendline.model.probe.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Addresses of one name from the zone's resolvers and from the reference resolvers.
 *
 * @param name host name that was looked up
 * @param addresses IPv4 and IPv6 addresses as programs see them: from this host's own lookup if it applies and
 *     succeeds, else from the first good answer; at most 16
 * @param privateAddresses true if an address is not reachable from the internet (RFC 1918, RFC 4193, loopback)
 * @param own this host's own lookup (hosts file, name service switch, search domains); null if the zone has configured
 *     resolvers
 */
public record HostFacts(
        String name,
        List<ResolverAnswer> system,
        List<ResolverAnswer> reference,
        List<String> addresses,
        boolean privateAddresses,
        @Nullable OwnLookup own,
        List<Difference> differences)
        implements Facts {
    public static final int MAX_ADDRESSES = 16;

    /**
     * Result of the operating system's own lookup.
     *
     * @param status {@link Reason#ANSWERED}, {@link Reason#NXDOMAIN}, or the reason for no answer
     * @param addresses IPv4 and IPv6 address literals
     */
    public record OwnLookup(Reason status, List<String> addresses) {
        public OwnLookup {
            addresses = List.copyOf(addresses);
        }
    }

    public HostFacts {
        system = List.copyOf(system);
        reference = List.copyOf(reference);
        addresses = List.copyOf(addresses);
        differences = List.copyOf(differences);
    }

    @Override
    public String summary() {
        return String.join(", ", addresses);
    }
}
