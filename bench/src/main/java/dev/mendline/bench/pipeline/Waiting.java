package dev.mendline.bench.pipeline;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for a condition, with a timeout. */
final class Waiting {
    /** Polling interval, less than a tenth of the commit interval. */
    static final Duration A_WHILE = Duration.ofMillis(10);

    private Waiting() {}

    /**
     * @throws IllegalStateException if the condition does not hold in time
     */
    static void until(String what, Duration most, BooleanSupplier isSo) {
        if (!within(most, isSo)) {
            throw new IllegalStateException("waited " + most.toSeconds() + " s in vain until " + what);
        }
    }

    /** Returns true if the condition holds in time. */
    static boolean within(Duration most, BooleanSupplier isSo) {
        long deadline = System.nanoTime() + most.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(A_WHILE.toNanos());
        }
        return true;
    }
}
