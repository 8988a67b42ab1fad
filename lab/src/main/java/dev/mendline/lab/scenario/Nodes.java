package dev.mendline.lab.scenario;

import java.util.Optional;

/**
 * What stands at the addresses of a deployment's nodes.
 *
 * @param here at the addresses that the zone of its service gets
 * @param elsewhere at those that other zones get, where they differ
 * @param later once the fault has passed, where it does
 * @param until what a driver's error has to say before the fault passes by itself; empty where it stays
 * @param fewest nodes that it needs
 * @param most nodes that it may have
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

    /** The same, but other zones see that. */
    Nodes elsewhere(NodeBehavior other) {
        return new Nodes(here, Optional.of(other), later, until, fewest, most);
    }

    /** The same until errors said this; then it stands there anew, as that. */
    Nodes later(String words, NodeBehavior renewed) {
        return new Nodes(here, elsewhere, Optional.of(renewed), Optional.of(words), fewest, most);
    }

    /** The same until errors said this; then an election gives the set its primary. */
    Nodes passing(String words) {
        return new Nodes(here, elsewhere, later, Optional.of(words), fewest, most);
    }

    /** Whether the fault passes by itself. */
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
