package dev.mendline.lab.scenario;

import dev.mendline.lab.dns.DnsFault;
import dev.mendline.lab.dns.DnsResponder;
import dev.mendline.lab.dns.QueryFilter;
import java.util.Optional;

/**
 * How a deployment's names resolve.
 *
 * @param published what all name servers hold of it
 * @param srvFault what is wrong with the answer for its SRV record at the resolver of its service's zone
 * @param resolver how that resolver is, for all who ask it
 */
public record Names(Publication published, Optional<DnsFault> srvFault, Resolver resolver) {
    static final Names USUAL = new Names(Publication.USUAL, Optional.empty(), Resolver.SOUND);

    static Names published(Publication publication) {
        return new Names(publication, Optional.empty(), Resolver.SOUND);
    }

    static Names withSrv(DnsFault fault) {
        return new Names(Publication.USUAL, Optional.of(fault), Resolver.SOUND);
    }

    static Names at(Resolver resolver) {
        return new Names(Publication.USUAL, Optional.empty(), resolver);
    }

    /** The resolver of the service's zone as this deployment wants it. */
    public DnsResponder at(DnsResponder resolver, Cluster cluster) {
        return srvFault.map(
                        fault -> resolver.when(QueryFilter.named(cluster.service()).and(QueryFilter.type("SRV")), fault))
                .orElse(resolver);
    }
}
