package dev.mendline.lab.peer;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A node at its limit that does not say so: of the connections that it accepts, one in so many finds a place, the others
 * are hung up on at their first command. A driver needs two that find one, its monitor's and its pool's, so a probe of
 * this very node learns its {@code serverStatus} by luck; give a set a member with the same counts and no crowd.
 */
public final class OverloadedNode implements Supplier<Script> {
    private final int oneIn;
    private final Supplier<Script> scripts;
    private final AtomicInteger connections = new AtomicInteger();

    /** @param scripts for those who find a place */
    public OverloadedNode(int oneIn, Supplier<Script> scripts) {
        this.oneIn = oneIn;
        this.scripts = scripts;
    }

    @Override
    public Script get() {
        return connections.incrementAndGet() % oneIn == 0 ? scripts.get() : Script.hangUp();
    }
}
