package dev.mendline.bench.pipeline;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;

/**
 * A point in time.
 *
 * @param nanos of the clock on the wall
 * @param cpu nanoseconds that the processors have spent on this process so far, its broker and its collector included
 * @param at the day and hour, as the JVM's own recordings have it
 */
record Moment(long nanos, long cpu, Instant at) {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    static Moment now() {
        return new Moment(System.nanoTime(), SYSTEM.getProcessCpuTime(), Instant.now());
    }
}
