package dev.mendline.lab.peer;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Node at its connection limit that does not report it. It serves one in {@code oneIn} connections and closes the
 * others at their first command. A driver needs two served connections, for its monitor and its pool. A probe of this
 * node gets its {@code serverStatus} only by luck; a healthy member with the same counts makes it certain.
 */
public final class OverloadedNode implements Supplier<Script> {
    private final int oneIn;
    private final Supplier<Script> scripts;
    private final AtomicInteger connections = new AtomicInteger();

    /**
     * @param scripts scripts of the served connections
     */
    public OverloadedNode(int oneIn, Supplier<Script> scripts) {
        this.oneIn = oneIn;
        this.scripts = scripts;
    }

    @Override
    public Script get() {
        return connections.incrementAndGet() % oneIn == 0 ? scripts.get() : Script.hangUp();
    }
}
