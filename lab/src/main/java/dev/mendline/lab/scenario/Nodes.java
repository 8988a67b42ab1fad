package dev.mendline.lab.scenario;

import java.util.Optional;

/**
 * What stands at the addresses of a deployment's nodes.
 *
 * @param here at the addresses that the zone of its service gets
 * @param elsewhere at those that other zones get, where they differ
 * @param later once the fault has passed, where it does
 * @param passes whether the fault passes by itself
 * @param fewest nodes that it needs
 * @param most nodes that it may have
 */
public record Nodes(
        Standing here, Optional<Standing> elsewhere, Optional<Standing> later, boolean passes, int fewest, int most) {
    private static final int MOST = 3;

    static final Nodes HEALTHY = all(Standing.HEALTHY);

    static Nodes all(Standing standing) {
        return new Nodes(standing, Optional.empty(), Optional.empty(), false, 1, MOST);
    }

    /** The same, but other zones see that. */
    Nodes elsewhere(Standing other) {
        return new Nodes(here, Optional.of(other), later, passes, fewest, most);
    }

    /** The same until it stands there anew, as that. */
    Nodes later(Standing renewed) {
        return new Nodes(here, elsewhere, Optional.of(renewed), true, fewest, most);
    }

    /** The same until an election gives the set its primary. */
    Nodes passing() {
        return new Nodes(here, elsewhere, later, true, fewest, most);
    }

    Nodes atLeast(int nodes) {
        return new Nodes(here, elsewhere, later, passes, nodes, most);
    }

    Nodes atMost(int nodes) {
        return new Nodes(here, elsewhere, later, passes, fewest, nodes);
    }
}
