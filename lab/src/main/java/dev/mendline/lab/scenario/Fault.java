package dev.mendline.lab.scenario;

import dev.mendline.model.incident.Verdict;
import java.util.Set;

/**
 * Scenario: fault of a deployment, of the path to it or of its user, with the expected diagnosis.
 *
 * @param title short description
 * @param symptom id of the symptom in the driver's text
 * @param cause id of the expected leading cause, or of the cause to be refuted
 * @param deployments number of affected deployments, each with its own service, all in one zone
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
    /** Scenarios whose log names no deployment: a broken connection, or a mode that the driver rejects. */
    private static final Set<String> NAMELESS = Set.of("connection-reset", "tls-closed", "serverless-unsupported");

    /** Creates a scenario without a fault. */
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

    /** Returns true if one incident should explain all affected deployments. */
    public boolean isShared() {
        return deployments > 1;
    }

    /** Returns true if it affects all services in the zone. */
    public boolean ofAZone() {
        return names.resolver() != Resolver.SOUND;
    }

    /** Returns true if the incident belongs to the deployment; otherwise it belongs to the service. */
    public boolean namesTarget() {
        return client.address() != Address.SRV_UNESCAPED;
    }

    /** Returns true if the log names no host, so that only the configuration identifies the deployment. */
    public boolean needsBinding() {
        return client.address() == Address.IP || NAMELESS.contains(symptom);
    }
}
