package dev.mendline.lab.scenario;

import dev.mendline.lab.dns.Answering;
import dev.mendline.lab.dns.Asked;
import dev.mendline.lab.dns.DnsFault;
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
    public Answering at(Answering resolver, Cluster cluster) {
        return srvFault.map(
                        fault -> resolver.when(Asked.named(cluster.service()).and(Asked.type("SRV")), fault))
                .orElse(resolver);
    }
}
