package dev.mendline.lab.world;

import dev.mendline.lab.scenario.Cluster;
import dev.mendline.lab.scenario.Fault;
import dev.mendline.model.probe.Node;
import java.util.List;

/**
 * Fault with its random names; only {@code fault} reveals it.
 *
 * @param target its SRV name
 * @param hosts names of its nodes
 * @param set name of its replica set
 * @param neighbour domain of another customer's deployments
 * @param zone zone of its service
 * @param password service's password in the database
 * @param typed password in the service's configuration
 * @param bound true if the configuration binds the service to this deployment
 */
public record AssignedScenario(
        Fault fault,
        Business business,
        String target,
        List<String> hosts,
        String set,
        String neighbour,
        String zone,
        String password,
        String typed,
        boolean bound) {
    /** Domain of all deployments. */
    public static final String SUFFIX = "mongodb.test";

    public AssignedScenario {
        hosts = List.copyOf(hosts);
    }

    public String service() {
        return business.service();
    }

    /** Returns the domain of its project, which is unique. */
    public String domain() {
        return target.substring(target.indexOf('.') + 1);
    }

    Cluster at(List<Node> nodes) {
        return new Cluster(target, nodes, set, neighbour, service(), password, typed);
    }

    /** Returns a text without the passwords. */
    @Override
    public String toString() {
        return fault.name() + " at " + target + " in " + zone;
    }
}
