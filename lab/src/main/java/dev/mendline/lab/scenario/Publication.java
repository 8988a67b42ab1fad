package dev.mendline.lab.scenario;

import dev.mendline.model.probe.Node;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.TXTRecord;

/** The records that are published for a deployment, at all name servers. */
@FunctionalInterface
public interface Publication {
    int TTL = 60;

    /** As Atlas publishes a deployment: SRV and TXT under its name, an address under each node's. */
    Publication USUAL = (cluster, address) -> {
        List<Record> records = nodes(cluster, address);
        records.add(txt(cluster, "authSource=admin&replicaSet=" + cluster.set()));
        return records;
    };

    /** Gone, as a deployment that is paused or deleted. */
    Publication NONE = (cluster, address) -> List.of();

    Publication TWO_TXT = (cluster, address) -> {
        List<Record> records = nodes(cluster, address);
        records.add(txt(cluster, "authSource=admin"));
        records.add(txt(cluster, "replicaSet=" + cluster.set()));
        return records;
    };

    Publication LOAD_BALANCED = (cluster, address) -> {
        List<Record> records = nodes(cluster, address);
        records.add(txt(cluster, "authSource=admin&loadBalanced=true"));
        return records;
    };

    /** The SRV record leads to hosts of another domain. */
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
     * What a name server holds of this deployment.
     *
     * @param address of all its nodes, as the name server gives it
     */
    List<Record> of(Cluster cluster, InetAddress address);

    private static List<Record> nodes(Cluster cluster, InetAddress address) {
        List<Record> records = new ArrayList<>();
        for (Node node : cluster.nodes()) {
            records.add(srv(cluster, node));
            records.add(new ARecord(name(node.host()), DClass.IN, TTL, address));
        }
        return records;
    }

    private static Record srv(Cluster cluster, Node node) {
        return new SRVRecord(name(cluster.service()), DClass.IN, TTL, 0, 0, node.port(), name(node.host()));
    }

    private static Record txt(Cluster cluster, String options) {
        return new TXTRecord(name(cluster.target()), DClass.IN, TTL, options);
    }

    private static Name name(String host) {
        return Name.fromConstantString(host + ".");
    }
}
