package dev.mendline.lab.scenario;

import java.util.Optional;

/**
 * Behavior of a deployment's nodes.
 *
 * @param here at the addresses that the service's zone sees
 * @param elsewhere at the addresses that other zones see, if different
 * @param later behavior after a transient fault
 * @param until words in a driver's error after which the fault ends by itself; empty if it is permanent
 * @param fewest minimum number of nodes
 * @param most maximum number of nodes
 */
public record Nodes(
        NodeBehavior here,
        Optional<NodeBehavior> elsewhere,
        Optional<NodeBehavior> later,
        Optional<String> until,
        int fewest,
        int most) {
    private static final int MOST = 3;

    static final Nodes HEALTHY = all(NodeBehavior.HEALTHY);

    static Nodes all(NodeBehavior standing) {
        return new Nodes(standing, Optional.empty(), Optional.empty(), Optional.empty(), 1, MOST);
    }

    /** Returns these nodes with another behavior for other zones. */
    Nodes elsewhere(NodeBehavior other) {
        return new Nodes(here, Optional.of(other), later, until, fewest, most);
    }

    /** Returns these nodes with a new behavior after errors with these words. */
    Nodes later(String words, NodeBehavior renewed) {
        return new Nodes(here, elsewhere, Optional.of(renewed), Optional.of(words), fewest, most);
    }

    /** Returns these nodes with an election after errors with these words. */
    Nodes passing(String words) {
        return new Nodes(here, elsewhere, later, Optional.of(words), fewest, most);
    }

    /** Returns true if the fault ends by itself. */
    public boolean passes() {
        return until.isPresent();
    }

    Nodes atLeast(int nodes) {
        return new Nodes(here, elsewhere, later, until, nodes, most);
    }

    Nodes atMost(int nodes) {
        return new Nodes(here, elsewhere, later, until, fewest, nodes);
    }
}
