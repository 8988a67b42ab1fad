package dev.mendline.model;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;

/**
 * The addresses of one name, asked of the zone's resolvers and of the reference resolvers.
 *
 * @param system answers of the zone's own resolvers
 * @param reference answers of the resolvers to compare with
 * @param addresses IPv4 and IPv6 addresses of the first good answer, at most 16
 * @param privateAddresses whether one of them is not reachable from the internet (RFC 1918, RFC 4193, loopback)
 */
@JsonTypeName("dns-host")
public record HostFacts(
        String name,
        List<ResolverAnswer> system,
        List<ResolverAnswer> reference,
        List<String> addresses,
        boolean privateAddresses)
        implements Facts, PerNode {
    public static final int MAX_ADDRESSES = 16;

    public HostFacts {
        system = List.copyOf(system);
        reference = List.copyOf(reference);
        addresses = List.copyOf(addresses);
    }
}
