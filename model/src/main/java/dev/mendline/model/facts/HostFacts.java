package dev.mendline.model.facts;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.mendline.model.probe.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of one name, asked of the zone's resolvers and of the reference resolvers.
 *
 * @param name the host name that was looked up
 * @param system answers of the zone's own resolvers
 * @param reference answers of the resolvers to compare with
 * @param addresses IPv4 and IPv6 addresses as programs get them: of this host's own lookup where it has a say and
 *     succeeds, else of the first good answer; at most 16
 * @param privateAddresses whether one of them is not reachable from the internet (RFC 1918, RFC 4193, loopback)
 * @param own what this host's own lookup says (hosts file, name service switch, search domains), as programs on it see
 *     the name; null where the zone has resolvers of its own in the configuration, for then this host says nothing of it
 * @param differences what the comparison shows
 */
@JsonTypeName("dns-host")
public record HostFacts(
        String name,
        List<ResolverAnswer> system,
        List<ResolverAnswer> reference,
        List<String> addresses,
        boolean privateAddresses,
        @Nullable OwnLookup own,
        List<Difference> differences)
        implements Facts, NodeFacts {
    public static final int MAX_ADDRESSES = 16;

    /**
     * What the operating system's own lookup gave.
     *
     * @param status {@link Reason#ANSWERED}, {@link Reason#NXDOMAIN}, or why there is no answer
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
}
