package dev.mendline.engine.incident.editor;

import dev.mendline.engine.condition.BlastRadius;
import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.engine.incident.state.ScopeResult;
import dev.mendline.engine.incident.state.SharedCause;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.SharedScope;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
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
    private final CorrelationResults results = new CorrelationResults();

    @Nullable
    private SharedCause shared;

    void addAll(IncidentState stored) {
        scope = stored.incident().shared();
        parent = stored.incident().parent();
        IncidentState.Correlated known = stored.correlation();
        radius = known.radius();
        suppressed.addAll(known.suppressed());
        results.addAll(known.results());
        shared = known.shared();
    }

    IncidentState.Correlated state() {
        return new IncidentState.Correlated(List.copyOf(suppressed), radius, results.all(), shared);
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
    public @Nullable SharedCause shared() {
        return shared;
    }

    /** Returns the number of deployments of other sites that fail nearby. */
    public int failingNearby() {
        return results.failing();
    }

    List<Incident.Child> children() {
        return shared == null ? List.of() : shared.children();
    }

    int moreChildren() {
        return shared == null ? 0 : shared.more();
    }

    /** Records a scope's result; returns false if it is older than what is known. */
    public boolean record(ScopeResult result) {
        return results.record(result);
    }

    /** Assigns the parent that the results name; returns the result that names it, or null when none does. */
    public @Nullable ScopeResult assignParent() {
        ScopeResult result = results.parent(parent).orElse(null);
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
    public void share(SharedCause now) {
        shared = now;
    }

    /** Starts a new episode, which is assessed on its own. */
    void startEpisode() {
        scope = null;
        parent = null;
        suppressed.clear();
        results.clear();
        shared = shared == null ? null : SharedCause.of(shared.cause());
    }
}
