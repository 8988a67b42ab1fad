package dev.mendline.engine.incident.editor;

import dev.mendline.engine.condition.BlastRadius;
import dev.mendline.engine.incident.state.Bounds;
import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.SharedScope;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Relation of one incident to others: its blast radius, its parent or children, and the symptoms that its cause brings. */
public final class Correlation {
    @Nullable
    private SharedScope scope;

    @Nullable
    private String parent;

    private BlastRadius radius = BlastRadius.NONE;
    private final TreeSet<String> suppressed = new TreeSet<>();
    /** The last result of each scope. */
    private final TreeMap<String, IncidentState.ScopeResult> results = new TreeMap<>();

    private IncidentState.@Nullable SharedCause shared;

    void addAll(IncidentState stored) {
        scope = stored.incident().shared();
        parent = stored.incident().parent();
        IncidentState.Correlated known = stored.correlation();
        radius = known.radius();
        suppressed.addAll(known.suppressed());
        known.results().forEach(each -> results.put(each.from(), each));
        shared = known.shared();
    }

    IncidentState.Correlated state() {
        return new IncidentState.Correlated(List.copyOf(suppressed), radius, List.copyOf(results.values()), shared);
    }

    @Nullable
    SharedScope scope() {
        return scope;
    }

    public @Nullable String parent() {
        return parent;
    }

    public BlastRadius radius() {
        return radius;
    }

    /** Returns the symptoms that the confirmed cause brings. */
    public SortedSet<String> suppressed() {
        return Collections.unmodifiableSortedSet(suppressed);
    }

    /** Returns what the incident stands for if it is a parent; null otherwise. */
    public IncidentState.@Nullable SharedCause shared() {
        return shared;
    }

    /** Returns the number of failing deployments of other sites, as the scope with the most of them reports it. */
    public int failingNearby() {
        return results.values().stream()
                .mapToInt(IncidentState.ScopeResult::nearby)
                .max()
                .orElse(0);
    }

    List<Incident.Child> children() {
        return shared == null ? List.of() : shared.children();
    }

    int moreChildren() {
        return shared == null ? 0 : shared.more();
    }

    /** Records a scope's result; returns false if it is not newer than the known one, or if there are too many scopes. */
    public boolean record(IncidentState.ScopeResult result) {
        IncidentState.ScopeResult known = results.get(result.from());
        if (known == null ? results.size() >= Bounds.SCOPE_RESULTS : known.offset() >= result.offset()) {
            return false;
        }
        results.put(result.from(), result);
        return true;
    }

    /**
     * Assigns the parent that the results name; the present one if a result still names it. Returns the result that names
     * it, or null when none does.
     */
    public IncidentState.@Nullable ScopeResult assignParent() {
        IncidentState.ScopeResult result = results.values().stream()
                .filter(each -> each.parent() != null)
                .min(Comparator.comparing(each -> !Objects.equals(each.parent(), parent)))
                .orElse(null);
        parent = result == null ? null : result.parent();
        return result;
    }

    public void spread(BlastRadius now) {
        radius = now;
    }

    /** Sets the scope that the leading cause is shared in; null for none. */
    public void sharedIn(@Nullable SharedScope now) {
        scope = now;
    }

    public void suppress(Collection<String> symptoms) {
        suppressed.clear();
        suppressed.addAll(symptoms);
    }

    /** Makes the incident a parent, or changes what it stands for. */
    public void share(IncidentState.SharedCause now) {
        shared = now;
    }

    /** Starts a new episode, which is assessed on its own. */
    void startEpisode() {
        scope = null;
        parent = null;
        suppressed.clear();
        results.clear();
        shared = shared == null ? null : IncidentState.SharedCause.of(shared.cause());
    }
}
