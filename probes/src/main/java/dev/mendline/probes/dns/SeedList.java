package dev.mendline.probes.dns;

import dev.mendline.model.facts.SrvFacts;
import dev.mendline.model.net.HostNames;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.spi.Resolvers;
import dev.mendline.probes.spi.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.Type;

/**
 * Nodes in an SRV record, checked as drivers check them (MongoDB's "Initial DNS Seedlist Discovery").
 *
 * @param nodes sorted, at most {@link SrvFacts#MAX_NODES}
 * @param unusable true if a record names no host, or port 0
 * @param outsideParent true if a node does not share the parent domain
 */
public record SeedList(List<Node> nodes, boolean unusable, boolean outsideParent) {
    public static final String SERVICE = "_mongodb._tcp.";

    /** Resolves a target's SRV record as a driver does; empty if the question is too long for DNS. */
    static Optional<ResolverSurvey> asDriver(Resolvers resolvers, String target, Duration limit)
            throws InterruptedException {
        Optional<Name> question = ResolverSurvey.absolute(SERVICE + target);
        return question.isEmpty()
                ? Optional.empty()
                : Optional.of(ResolverSurvey.asDriver(resolvers, question.get(), List.of(Type.SRV), limit));
    }

    /** Returns the nodes of the target's SRV record, as drivers find them; empty if they refuse the record. */
    public static List<Node> nodes(Subject subject, Duration limit) throws InterruptedException {
        return asDriver(subject.resolvers(), subject.target(), limit)
                .flatMap(ResolverSurvey::good)
                .map(answer -> of(subject.target(), answer.records()))
                .filter(seeds -> seeds.flaw().isEmpty())
                .map(SeedList::nodes)
                .orElse(List.of());
    }

    static SeedList of(String target, List<Record> records) {
        List<Node> nodes = new ArrayList<>();
        for (Record each : records) {
            if (each instanceof SRVRecord srv && usable(srv)) {
                nodes.add(new Node(srv.getTarget().toString(true), srv.getPort()));
            }
        }
        return new SeedList(
                nodes.stream().sorted().distinct().limit(SrvFacts.MAX_NODES).toList(),
                nodes.size() < records.size(),
                nodes.stream().anyMatch(node -> !HostNames.sharesParent(target, node.host())));
    }

    /** Returns the reason for which drivers refuse it; empty if they accept it. */
    Optional<Reason> flaw() {
        if (outsideParent) {
            return Optional.of(Reason.OUTSIDE_PARENT);
        }
        return unusable ? Optional.of(Reason.MALFORMED) : Optional.empty();
    }

    private static boolean usable(SRVRecord srv) {
        return srv.getPort() > 0 && HostNames.isName(srv.getTarget().toString(true));
    }
}
