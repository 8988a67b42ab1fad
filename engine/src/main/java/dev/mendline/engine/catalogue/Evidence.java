package dev.mendline.engine.catalogue;

import dev.mendline.model.Incident;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All that a condition can ask about, in the form in which CEL sees it. */
public final class Evidence {
    private final Map<String, Object> variables;

    private Evidence(Map<String, Object> variables) {
        this.variables = variables;
    }

    /**
     * Puts the evidence of one incident together.
     *
     * @param symptoms ids that were seen
     * @param codes the server's error codes that were seen
     * @param complete whether every probe that the cause wants has answered
     */
    public static Evidence of(
            List<String> symptoms, List<Integer> codes, boolean complete, List<Incident.Evidence> findings) {
        Map<String, Object> variables = new HashMap<>(ConditionLanguage.CONSTANTS);
        variables.put("symptoms", symptoms);
        variables.put("codes", codes.stream().map(Integer::longValue).toList());
        variables.put("complete", complete);
        FactTypes.ids().forEach(probe -> variables.put(FactTypes.variable(probe), new ArrayList<>()));
        for (Incident.Evidence finding : findings) {
            FactTypes.value(finding)
                    .ifPresent(value -> list(variables, finding.probe()).add(value));
        }
        return new Evidence(variables);
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Map<String, Object> variables, String probe) {
        return (List<Object>) variables.computeIfAbsent(FactTypes.variable(probe), name -> new ArrayList<>());
    }

    Map<String, Object> variables() {
        return variables;
    }
}
