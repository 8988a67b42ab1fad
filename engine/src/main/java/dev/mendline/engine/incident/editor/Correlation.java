package dev.mendline.engine.incident.editor;

import dev.mendline.engine.condition.BlastRadius;
import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.engine.incident.state.SharedCause;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.SharedScope;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What binds an incident to others: what else fails, what its cause brings and shares, who explains it or whom it explains. */
public final class Correlation {
    @Nullable
    public SharedScope shared;

    @Nullable
    public String parent;

    public BlastRadius radius = BlastRadius.NONE;
    public final TreeSet<String> muted = new TreeSet<>();
    public final CorrelationResults neighbours = new CorrelationResults();

    @Nullable
    public SharedCause common;

    void addAll(IncidentState file) {
        shared = file.incident().shared();
        parent = file.incident().parent();
        radius = file.radius();
        muted.addAll(file.muted());
        neighbours.addAll(file.neighbours());
        common = file.common();
    }

    List<Incident.Child> children() {
        return common == null ? List.of() : common.children();
    }

    int moreChildren() {
        return common == null ? 0 : common.more();
    }

    /** A new episode is judged on its own. */
    void forget() {
        shared = null;
        parent = null;
        muted.clear();
        neighbours.forget();
        common = common == null ? null : new SharedCause(common.cause(), List.of(), 0, List.of());
    }
}
