package dev.mendline.lab.scenario;

import dev.mendline.lab.dns.DnsFault;
import dev.mendline.lab.dns.DnsResponder;
import dev.mendline.lab.dns.DnsServer;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Name resolution of a deployment.
 *
 * @param published records on all name servers
 * @param srvFault fault of the SRV answer at the resolver of the service's zone
 * @param resolver state of that resolver for all its clients
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

    /** Returns the zone's resolver with this deployment's faults. */
    public DnsResponder at(DnsResponder resolver, Cluster cluster) {
        Predicate<DnsServer.Query> srv = query -> query.type().equals("SRV") && query.asks(cluster.service());
        return srvFault.map(fault -> resolver.when(srv, fault)).orElse(resolver);
    }
}
