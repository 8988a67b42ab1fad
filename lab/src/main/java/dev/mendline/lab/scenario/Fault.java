package dev.mendline.lab.scenario;

import dev.mendline.model.incident.Verdict;
import java.util.Set;

/**
 * Scenario: fault of a deployment, of the path to it or of its user, with the expected diagnosis.
 *
 * @param deployments number of affected deployments, each with its own service, all in one zone
 */
public record Fault(ScenarioKind kind, int deployments, Names names, Nodes nodes, Client client) {
    /** Scenarios whose log names no deployment: a broken connection, or a mode that the driver rejects. */
    private static final Set<String> NAMELESS = Set.of("connection-reset", "tls-closed", "serverless-unsupported");

    /** Creates a scenario without a fault and without an expected diagnosis. */
    Fault(String name, String title) {
        this(new ScenarioKind(name, title, "", "", ""), 1, Names.USUAL, Nodes.HEALTHY, Client.USUAL);
    }

    /** Returns this scenario with the expected diagnosis. */
    Fault expecting(String symptom, String cause, Verdict verdict) {
        ScenarioKind expected = new ScenarioKind(kind.name(), kind.title(), symptom, cause, verdict.word());
        return new Fault(expected, deployments, names, nodes, client);
    }

    Fault with(Names other) {
        return new Fault(kind, deployments, other, nodes, client);
    }

    Fault with(Nodes other) {
        return new Fault(kind, deployments, names, other, client);
    }

    Fault with(NodeBehavior standing) {
        return with(Nodes.all(standing));
    }

    Fault with(Client other) {
        return new Fault(kind, deployments, names, nodes, other);
    }

    Fault striking(int many) {
        return new Fault(kind, many, names, nodes, client);
    }

    public String name() {
        return kind.name();
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
        return client.address() == Address.IP || NAMELESS.contains(kind.symptom());
    }
}
