package dev.mendline.engine.incident;

import static dev.mendline.engine.incident.Sights.NODES;

import dev.mendline.model.incident.Verdict;
import java.util.List;

/** What a service of the lab logs, what probes find there, and what must come of it. */
record Scenario(String name, List<String> texts, ScenarioWorld world, String leading, Verdict verdict) {
    static final String NODE = NODES.get(0).toString();

    static Scenario of(String name, String text, ScenarioWorld world, String leading, Verdict verdict) {
        return new Scenario(name, List.of(text), world, leading, verdict);
    }

    @Override
    public String toString() {
        return name;
    }
}
