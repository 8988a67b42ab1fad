package dev.mendline.engine.incident.editor;

import dev.mendline.engine.incident.state.Bounds;
import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.model.journal.Sighting;
import dev.mendline.model.probe.Node;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Services and zones that an incident affects, and the nodes of its deployment. */
public final class Affected {
    private final TreeSet<String> services = new TreeSet<>();
    private final TreeSet<String> zones = new TreeSet<>();
    private final TreeSet<Node> nodes = new TreeSet<>();

    void addAll(IncidentState stored) {
        services.addAll(stored.incident().services());
        zones.addAll(stored.incident().zones());
        nodes.addAll(stored.nodes());
    }

    public NavigableSet<String> services() {
        return Collections.unmodifiableNavigableSet(services);
    }

    public NavigableSet<String> zones() {
        return Collections.unmodifiableNavigableSet(zones);
    }

    public NavigableSet<Node> nodes() {
        return Collections.unmodifiableNavigableSet(nodes);
    }

    /** Adds as many services as an incident names; returns whether one is new. */
    public boolean addServices(Collection<String> more) {
        boolean news = false;
        for (String service : more) {
            news |= services.size() < Bounds.SERVICES && services.add(service);
        }
        return news;
    }

    public boolean addZones(Collection<String> more) {
        return zones.addAll(more);
    }

    /** Adds nodes that log lines name, unless enough are known; returns whether one is new. */
    boolean addNodes(Collection<Node> named) {
        return nodes.size() < Sighting.MAX_NODES && nodes.addAll(named);
    }

    /**
     * Replaces the nodes by those that the deployment's DNS names. The deployment's own name stays if a log line took it
     * for a node's, because that is evidence.
     */
    void replaceNodes(List<Node> named, @Nullable String target) {
        if (!named.isEmpty()) {
            nodes.removeIf(node -> !node.host().equals(target));
            nodes.addAll(named);
        }
    }
}
