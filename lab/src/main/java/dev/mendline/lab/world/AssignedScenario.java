package dev.mendline.lab.world;

import dev.mendline.lab.scenario.Cluster;
import dev.mendline.lab.scenario.Fault;
import dev.mendline.model.probe.Node;
import java.util.List;

/**
 * One deployment with the names that fell to it; nothing but {@code fault} tells what is wrong with it.
 *
 * @param target its SRV name
 * @param hosts its nodes' names
 * @param set its replica set's name
 * @param neighbour the domain of someone else's deployments
 * @param zone the zone of its service
 * @param password what the database knows as the service's
 * @param typed what the service believes to be its password
 * @param bound whether the configuration says that texts of the service mean this deployment
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
    /** All deployments stand under it. */
    public static final String SUFFIX = "mongodb.test";

    public AssignedScenario {
        hosts = List.copyOf(hosts);
    }

    public String service() {
        return business.service();
    }

    /** The domain of its project, which no other deployment shares. */
    public String domain() {
        return target.substring(target.indexOf('.') + 1);
    }

    Cluster at(List<Node> nodes) {
        return new Cluster(target, nodes, set, neighbour, service(), password, typed);
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return fault.name() + " at " + target + " in " + zone;
    }
}
