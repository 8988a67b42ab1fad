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
 * What an iteration took: the thread's own processor time, which other processes on the machine do not lengthen, and the
 * pauses of the garbage collector, without which methods that allocate would look cheaper than they are.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Spent {
    private static final double NANOS_PER_MILLI = 1e6;

    /** Lines that went through. */
    public long lines;

    /** Their bytes. */
    public long bytes;

    /** Nanoseconds of processor time. */
    public double nanos;

    private double before;

    /** Begins an iteration. */
    @Setup(Level.Iteration)
    public void start() {
        lines = 0;
        bytes = 0;
        nanos = 0;
        before = now();
    }

    /** Ends it. */
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
