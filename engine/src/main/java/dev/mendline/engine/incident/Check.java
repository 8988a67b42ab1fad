package dev.mendline.engine.incident;

import dev.mendline.model.Incident;
import dev.mendline.model.Node;
import org.jspecify.annotations.Nullable;

/** One probe at one place, seen from one zone. */
record Check(String probe, @Nullable Node node, String zone) {
    static Check of(Incident.Evidence evidence) {
        return new Check(evidence.probe(), evidence.node(), evidence.zone());
    }

    @Override
    public String toString() {
        return probe + (node == null ? "" : " " + node) + " from zone " + zone;
    }
}
