package dev.mendline.lab.scenario;

import dev.mendline.model.incident.Verdict;
import java.util.Set;

/**
 * One scenario: what is wrong with a deployment, the way to it or its user, and what a right diagnosis of it says.
 *
 * @param title what is wrong, in a few words
 * @param symptom id of what the driver's text shows
 * @param cause id of the cause to be led with, or to be ruled out
 * @param deployments how many it strikes, each with a service of its own, all in one zone
 */
public record Fault(
        String name,
        String title,
        String symptom,
        String cause,
        Verdict verdict,
        int deployments,
        Names names,
        Nodes nodes,
        Client client) {
    /** An operation whose connection broke, and a driver that refuses a mode, say not where. */
    private static final Set<String> NAMELESS = Set.of("connection-reset", "tls-closed", "serverless-unsupported");

    /** Nothing is wrong yet. */
    Fault(String name, String title, String symptom, String cause, Verdict verdict) {
        this(name, title, symptom, cause, verdict, 1, Names.USUAL, Nodes.HEALTHY, Client.USUAL);
    }

    Fault with(Names other) {
        return new Fault(name, title, symptom, cause, verdict, deployments, other, nodes, client);
    }

    Fault with(Nodes other) {
        return new Fault(name, title, symptom, cause, verdict, deployments, names, other, client);
    }

    Fault with(NodeBehavior standing) {
        return with(Nodes.all(standing));
    }

    Fault with(Client other) {
        return new Fault(name, title, symptom, cause, verdict, deployments, names, nodes, other);
    }

    Fault striking(int many) {
        return new Fault(name, title, symptom, cause, verdict, many, names, nodes, client);
    }

    /** Whether one incident should tell of all that it strikes. */
    public boolean isShared() {
        return deployments > 1;
    }

    /** Whether it hits all who live in the zone of its service. */
    public boolean ofAZone() {
        return names.resolver() != Resolver.SOUND;
    }

    /** Whether the incident is the deployment's; else it is its service's own. */
    public boolean namesTarget() {
        return client.address() != Address.SRV_UNESCAPED;
    }

    /** Whether the driver says it without a host name, so that only the configuration tells whose trouble it is. */
    public boolean needsBinding() {
        return client.address() == Address.IP || NAMELESS.contains(symptom);
    }
}
