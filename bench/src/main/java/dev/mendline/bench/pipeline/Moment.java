package dev.mendline.bench.pipeline;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;

/**
 * Point in time.
 *
 * @param nanos wall clock
 * @param cpu processor time of this process in nanoseconds, including its broker and garbage collector
 * @param at date and time, as in the JVM's recordings
 */
record Moment(long nanos, long cpu, Instant at) {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    static Moment now() {
        return new Moment(System.nanoTime(), SYSTEM.getProcessCpuTime(), Instant.now());
    }
}
