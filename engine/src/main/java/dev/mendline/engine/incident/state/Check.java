package dev.mendline.engine.incident.state;

import dev.mendline.engine.incident.timeline.Params;
import dev.mendline.model.facts.ProbeKind;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.probe.Node;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** One probe at one place, seen from one zone; in the order of what it costs, the cheapest first. */
public record Check(String probe, @Nullable Node node, String zone) implements Comparable<Check> {
    private static final Comparator<Check> ORDER = Comparator.comparingInt(
                    (Check check) -> ProbeKind.order(check.probe))
            .thenComparing(Check::probe)
            .thenComparing(Check::node, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Check::zone);

    public static Check of(Incident.Evidence evidence) {
        return new Check(evidence.probe(), evidence.node(), evidence.zone());
    }

    /** Returns the check by another probe at the same place. */
    public Check with(ProbeKind other) {
        return new Check(other.id(), node, zone);
    }

    /** Names it in a timeline entry. */
    public Params params() {
        return Params.of("probe", probe).and("node", node).and("zone", zone);
    }

    @Override
    public int compareTo(Check other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return probe + (node == null ? "" : " " + node) + " from zone " + zone;
    }
}
