package dev.mendline.lab.scenario;

import dev.mendline.model.probe.Node;
import java.util.List;

/**
 * Deployment with its names and passwords.
 *
 * @param target its SRV name
 * @param set name of its replica set
 * @param neighbour domain of another customer's deployments
 * @param password user's password in the database
 * @param typed password in the service's configuration
 */
public record Cluster(
        String target, List<Node> nodes, String set, String neighbour, String user, String password, String typed) {
    public Cluster {
        nodes = List.copyOf(nodes);
    }

    /** Returns the name of the SRV record. */
    public String service() {
        return "_mongodb._tcp." + target;
    }

    /** Returns all names for the certificate. */
    String[] names() {
        return nodes.stream().map(Node::host).toArray(String[]::new);
    }

    /** Returns a text without the passwords. */
    @Override
    public String toString() {
        return target + nodes;
    }
}
