package dev.mendline.engine.condition;

import dev.mendline.model.incident.Incident;
import dev.mendline.model.probe.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Evidence for conditions, in the form that CEL uses. Findings are converted on first use, and each condition is
 * evaluated once. Not thread-safe.
 */
public final class Evidence {
    private static final String COMPLETE = "complete";

    private final Map<String, Object> variables;
    private final Map<String, List<Incident.Evidence>> findings;
    private final Set<String> observed;
    private final boolean isComplete;
    private final IdentityHashMap<Condition, Boolean> computed = new IdentityHashMap<>();
    /** The same evidence with the opposite value of {@link #complete}. */
    private @Nullable Evidence other;

    private Evidence(
            Map<String, Object> variables,
            Map<String, List<Incident.Evidence>> findings,
            Set<String> observed,
            boolean isComplete) {
        this.variables = variables;
        this.findings = findings;
        this.observed = observed;
        this.isComplete = isComplete;
    }

    /**
     * Creates the evidence of one incident; not {@link #complete} yet.
     *
     * @param radius other failures; {@link BlastRadius#NONE} if unknown
     * @param here findings from the services' zones
     * @param elsewhere findings from other zones
     */
    public static Evidence of(
            ObservedSymptoms shown,
            BlastRadius radius,
            List<Incident.Evidence> here,
            List<Incident.Evidence> elsewhere) {
        Map<String, Object> variables = new HashMap<>();
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
        Map<String, List<Incident.Evidence>> findings = new HashMap<>();
        Set<String> observed = new HashSet<>();
        for (Incident.Evidence finding : here) {
            String name = FactTypes.here(finding.probe());
            findings.computeIfAbsent(name, probe -> new ArrayList<>()).add(finding);
            if (finding.outcome() != Outcome.Kind.INCONCLUSIVE) {
                observed.add(name);
            }
        }
        elsewhere.forEach(
                finding -> findings.computeIfAbsent(FactTypes.elsewhere(finding.probe()), probe -> new ArrayList<>())
                        .add(finding));
        return new Evidence(variables, findings, observed, false);
    }

    /** Returns evidence of probes alone, all from one place. */
    public static Evidence of(List<Incident.Evidence> findings) {
        return of(ObservedSymptoms.NONE, BlastRadius.NONE, findings, List.of());
    }

    /** Returns this evidence for one cause; {@code complete} if all its probes have answered. */
    public Evidence complete(boolean complete) {
        if (complete == isComplete) {
            return this;
        }
        if (other == null) {
            other = new Evidence(variables, findings, observed, complete);
            other.other = this;
        }
        return other;
    }

    /** Returns the value of a variable; empty if its probe found nothing. */
    private Optional<Object> find(String name) {
        if (name.equals(COMPLETE)) {
            return Optional.of(isComplete);
        }
        if (FactTypes.VARIABLES.contains(name)) {
            return Optional.of(variables.computeIfAbsent(
                    name,
                    probe -> findings.getOrDefault(probe, List.of()).stream()
                            .map(FactTypes::value)
                            .toList()));
        }
        return Optional.ofNullable(ConditionLanguage.CONSTANTS.get(name))
                .or(() -> Optional.ofNullable(variables.get(name)));
    }

    boolean holding(Condition condition) {
        Boolean known = computed.get(condition);
        if (known == null) {
            known = condition.isTrue(this::find);
            computed.put(condition, known);
        }
        return known;
    }

    /** Returns the variables with an observation from the services' zones. */
    Set<String> observed() {
        return observed;
    }
}
