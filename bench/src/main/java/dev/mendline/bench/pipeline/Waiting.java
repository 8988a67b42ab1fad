package dev.mendline.bench.pipeline;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for what others do, and not for ever. */
final class Waiting {
    /** Between two looks; under a tenth of the time between two commits. */
    static final Duration A_WHILE = Duration.ofMillis(10);

    private Waiting() {}

    /** @throws IllegalStateException when it has not come about after so long */
    static void until(String what, Duration most, BooleanSupplier isSo) {
        if (!within(most, isSo)) {
            throw new IllegalStateException("waited " + most.toSeconds() + " s in vain until " + what);
        }
    }

    /** Whether it came about within so long. */
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
