package dev.mendline.lab.scenario;

import dev.mendline.model.probe.Node;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.TXTRecord;

/** Records of a deployment on all name servers. */
@FunctionalInterface
public interface Publication {
    int TTL = 60;

    /** Records like Atlas': SRV and TXT for the deployment, an address for each node. */
    Publication USUAL = withTxt(cluster -> List.of("authSource=admin&replicaSet=" + cluster.set()));

    /** No records, like a paused or deleted deployment. */
    Publication NONE = (cluster, address) -> List.of();

    Publication TWO_TXT = withTxt(cluster -> List.of("authSource=admin", "replicaSet=" + cluster.set()));

    Publication LOAD_BALANCED = withTxt(cluster -> List.of("authSource=admin&loadBalanced=true"));

    /** SRV record with hosts of another domain. */
    Publication OUTSIDE_PARENT = (cluster, address) -> {
        List<Record> records = new ArrayList<>(USUAL.of(cluster, address));
        records.removeIf(SRVRecord.class::isInstance);
        for (Node node : cluster.nodes()) {
            String host = node.host().substring(0, node.host().indexOf('.') + 1) + cluster.neighbour();
            records.add(srv(cluster, new Node(host, node.port())));
            records.add(new ARecord(name(host), DClass.IN, TTL, address));
        }
        return records;
    };

    /**
     * Returns the records of a deployment on a name server.
     *
     * @param address address of all nodes on this name server
     */
    List<Record> of(Cluster cluster, InetAddress address);

    /** Returns an SRV record and an address for each node, and a TXT record for each text. */
    private static Publication withTxt(Function<Cluster, List<String>> texts) {
        return (cluster, address) -> {
            List<Record> records = new ArrayList<>();
            for (Node node : cluster.nodes()) {
                records.add(srv(cluster, node));
                records.add(new ARecord(name(node.host()), DClass.IN, TTL, address));
            }
            for (String text : texts.apply(cluster)) {
                records.add(new TXTRecord(name(cluster.target()), DClass.IN, TTL, text));
            }
            return records;
        };
    }

    private static Record srv(Cluster cluster, Node node) {
        return new SRVRecord(name(cluster.service()), DClass.IN, TTL, 0, 0, node.port(), name(node.host()));
    }

    private static Name name(String host) {
        return Name.fromConstantString(host + ".");
    }
}
