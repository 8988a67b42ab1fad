package dev.mendline.engine.incident.diagnosis;

import dev.mendline.engine.condition.BlastRadius;
import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.engine.incident.site.SiteIncidents;
import dev.mendline.engine.incident.site.SiteTransaction;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Calculation of an incident's blast radius from the open incidents of its site and the results of its zones. */
public final class BlastRadiusCalculator {
    private BlastRadiusCalculator() {}

    public static BlastRadius of(SiteTransaction transaction, IncidentEditor editor) {
        TreeSet<String> services = new TreeSet<>();
        TreeSet<String> zones = new TreeSet<>();
        TreeSet<String> targets = new TreeSet<>();
        for (SiteIncidents.Extent each : transaction.incidents().othersFailing(editor.id())) {
            services.addAll(each.services());
            zones.addAll(each.zones());
            add(targets, each.target());
        }
        if (!editor.episode().historical()) {
            services.addAll(editor.affected().services());
            zones.addAll(editor.affected().zones());
            add(targets, editor.target());
        }
        return new BlastRadius(
                services.size(),
                zones.size(),
                targets.size(),
                editor.correlation().failingNearby());
    }

    private static void add(Set<String> targets, @Nullable String target) {
        if (target != null) {
            targets.add(target);
        }
    }
}
