package dev.mendline.bench.jmh;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Cost of an iteration: the thread's processor time, which does not depend on other processes, and garbage collection
 * pauses, without which methods that allocate would look too cheap.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Spent {
    private static final double NANOS_PER_MILLI = 1e6;

    /** Number of lines. */
    public long lines;

    /** Number of bytes. */
    public long bytes;

    /** Processor time in nanoseconds. */
    public double nanos;

    private double before;

    /** Starts an iteration. */
    @Setup(Level.Iteration)
    public void start() {
        lines = 0;
        bytes = 0;
        nanos = 0;
        before = now();
    }

    /** Ends an iteration. */
    @TearDown(Level.Iteration)
    public void stop() {
        nanos = now() - before;
    }

    private static double now() {
        long collecting = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() + collecting * NANOS_PER_MILLI;
    }
}
