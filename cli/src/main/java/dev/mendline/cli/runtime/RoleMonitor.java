package dev.mendline.cli.runtime;

import dev.mendline.cli.process.CannotWork;
import dev.mendline.cli.process.Interrupted;
import dev.mendline.cli.process.OpenResources;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Monitor of the roles in this process: waits until they run, then until one fails. */
public final class RoleMonitor {
    private static final Duration START = Duration.ofSeconds(90);

    private RoleMonitor() {}

    /** Returns once the classifier runs. Fails after 90 s. */
    public static void awaitRunning(Roles roles) {
        long deadline = System.nanoTime() + START.toNanos();
        while (roles.classifier().filter(classifier -> !classifier.running()).isPresent()) {
            roles.failure().ifPresent(RoleMonitor::stopped);
            if (System.nanoTime() > deadline) {
                throw new CannotWork("the classifier did not start within " + START.toSeconds() + " s");
            }
            pause();
        }
    }

    /** Throws {@link CannotWork} when a role fails. Ctrl-C ends the process. */
    public static void watch(Roles roles) {
        Optional<Throwable> failure = roles.failure();
        long told = 0;
        while (failure.isEmpty()) {
            pause();
            told = tell(roles, told);
            failure = roles.failure();
        }
        stopped(failure.get());
    }

    /** Prints the number of dead letters when it grows. */
    private static long tell(Roles roles, long told) {
        long letters = roles.classifier()
                .map(classifier -> classifier.count("dead-letters"))
                .orElse(0L);
        if (letters > told) {
            System.err.println("mendline: " + letters + " record" + (letters == 1 ? "" : "s")
                    + " could not be processed; see the dead-letters topic");
        }
        return letters;
    }

    private static void stopped(Throwable fault) {
        throw new CannotWork("a part of the pipeline stopped: " + fault);
    }

    /** Waits 100 ms. */
    public static void pause() {
        if (OpenResources.isShuttingDown()) {
            throw new Interrupted();
        }
        try {
            new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted();
        }
    }
}
