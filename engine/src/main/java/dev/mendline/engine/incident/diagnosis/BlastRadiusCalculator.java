package dev.mendline.engine.incident.diagnosis;

import dev.mendline.engine.condition.BlastRadius;
import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.engine.incident.site.SiteTransaction;
import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.model.incident.Incident;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How far the trouble of an incident reaches, by what is open in its site now and by what its zones tell of others. */
public final class BlastRadiusCalculator {
    private BlastRadiusCalculator() {}

    public static BlastRadius of(SiteTransaction turn, IncidentEditor draft) {
        List<Incident> failing = new ArrayList<>();
        turn.cases.stream()
                .filter(file -> file.open() && file.overflow() == null && file.common() == null)
                .map(IncidentState::incident)
                .filter(each -> !each.historical() && !each.id().equals(draft.id))
                .forEach(failing::add);
        TreeSet<String> services = new TreeSet<>();
        TreeSet<String> zones = new TreeSet<>();
        TreeSet<String> targets = new TreeSet<>();
        for (Incident each : failing) {
            services.addAll(each.services());
            zones.addAll(each.zones());
            add(targets, each.target());
        }
        if (!draft.historical) {
            services.addAll(draft.services);
            zones.addAll(draft.zones);
            add(targets, draft.target);
        }
        return new BlastRadius(services.size(), zones.size(), targets.size(), draft.ties.neighbours.failing());
    }

    private static void add(Set<String> targets, @Nullable String target) {
        if (target != null) {
            targets.add(target);
        }
    }
}
