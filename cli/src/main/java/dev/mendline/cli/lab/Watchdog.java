package dev.mendline.cli.lab;

import dev.mendline.cli.output.Progress;
import dev.mendline.cli.process.ExitCode;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Timer that ends the process if a run of the lab hangs, and prints the step at which it hung. */
final class Watchdog implements AutoCloseable {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "mendline-watchdog");
        thread.setDaemon(true);
        return thread;
    });

    Watchdog(Progress progress, Duration patience) {
        var unused = timer.schedule(() -> hangs(progress, patience), patience.toSeconds(), TimeUnit.SECONDS);
    }

    private static void hangs(Progress progress, Duration patience) {
        System.err.println(
                "mendline: timed out after " + patience.toSeconds() + " s; last step: " + progress.current());
        System.exit(ExitCode.CANNOT_WORK);
    }

    /** Stops the timer. */
    void met() {
        timer.shutdownNow();
    }

    @Override
    public void close() {
        met();
    }
}
