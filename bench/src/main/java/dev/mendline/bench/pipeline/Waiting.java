package dev.mendline.bench.pipeline;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for a condition, with a timeout. */
final class Waiting {
    /** Polling interval, less than a tenth of the commit interval. */
    static final Duration PAUSE = Duration.ofMillis(10);

    private Waiting() {}

    /**
     * @throws IllegalStateException if the condition does not hold in time
     */
    static void until(String what, Duration timeout, BooleanSupplier condition) {
        if (!within(timeout, condition)) {
            throw new IllegalStateException("waited " + timeout.toSeconds() + " s in vain until " + what);
        }
    }

    /** Returns true if the condition holds in time. */
    static boolean within(Duration timeout, BooleanSupplier condition) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }
}
