package dev.mendline.engine.catalogue;

import dev.mendline.model.Incident;
import dev.mendline.model.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All that a condition can ask about, in the form in which CEL sees it. */
public final class Evidence {
    private final Map<String, Object> variables;
    private final Set<String> observed;

    private Evidence(Map<String, Object> variables, Set<String> observed) {
        this.variables = variables;
        this.observed = observed;
    }

    /**
     * Puts the evidence of one incident together; not {@link #complete} yet.
     *
     * @param radius what else fails; {@link Radius#NONE} where nobody could tell
     * @param here findings from the zones in which the incident's services live
     * @param elsewhere findings from other zones
     */
    public static Evidence of(
            Shown shown, Radius radius, List<Incident.Evidence> here, List<Incident.Evidence> elsewhere) {
        Map<String, Object> variables = new HashMap<>(ConditionLanguage.CONSTANTS);
        variables.put("symptoms", shown.symptoms());
        variables.put("codes", shown.codes().stream().map(Integer::longValue).toList());
        variables.put("details", shown.details());
        variables.put("addresses", shown.addresses());
        variables.put("drivers", shown.drivers().stream().map(CelValues::of).toList());
        variables.put("runtimes", shown.runtimes().stream().map(CelValues::of).toList());
        variables.put("rate", shown.rate());
        variables.put("failing_services", (long) radius.services());
        variables.put("failing_zones", (long) radius.zones());
        variables.put("failing_targets", (long) radius.targets());
        variables.put("failing_nearby", (long) radius.nearby());
        variables.put("complete", false);
        Set<String> observed = new HashSet<>();
        for (String probe : FactTypes.ids()) {
            variables.put(FactTypes.here(probe), list(probe, here));
            variables.put(FactTypes.elsewhere(probe), list(probe, elsewhere));
            if (here.stream().anyMatch(finding -> observed(probe, finding))) {
                observed.add(FactTypes.here(probe));
            }
        }
        return new Evidence(variables, observed);
    }

    /** The same, for a cause; {@code complete} is whether every probe that it wants has answered. */
    public Evidence complete(boolean complete) {
        Map<String, Object> same = new HashMap<>(variables);
        same.put("complete", complete);
        return new Evidence(same, observed);
    }

    private static boolean observed(String probe, Incident.Evidence finding) {
        return finding.probe().equals(probe) && finding.outcome() != Outcome.Kind.INCONCLUSIVE;
    }

    private static List<Object> list(String probe, List<Incident.Evidence> findings) {
        List<Object> values = new ArrayList<>();
        findings.stream()
                .filter(finding -> finding.probe().equals(probe))
                .forEach(finding -> values.add(FactTypes.value(finding)));
        return values;
    }

    Map<String, Object> variables() {
        return variables;
    }

    /** The variables that hold something which was observed from where the services live. */
    Set<String> observed() {
        return observed;
    }
}
