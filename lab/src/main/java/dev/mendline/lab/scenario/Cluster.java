package dev.mendline.lab.scenario;

import dev.mendline.model.probe.Node;
import java.util.List;

/**
 * A deployment as its operator knows it.
 *
 * @param target its SRV name
 * @param set its replica set's name
 * @param neighbour the domain of someone else's deployments
 * @param password what the database knows as the user's
 * @param typed what the service believes to be its password
 */
public record Cluster(
        String target, List<Node> nodes, String set, String neighbour, String user, String password, String typed) {
    public Cluster {
        nodes = List.copyOf(nodes);
    }

    /** The name of its SRV record. */
    public String service() {
        return "_mongodb._tcp." + target;
    }

    /** All names that its certificate must bear. */
    String[] names() {
        return nodes.stream().map(Node::host).toArray(String[]::new);
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return target + nodes;
    }
}
