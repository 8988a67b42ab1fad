package dev.mendline.cli.lab;

import dev.mendline.cli.output.Progress;
import dev.mendline.cli.process.ExitCode;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Ends a run of the lab that hangs, and says at what. */
final class Deadline implements AutoCloseable {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "mendline-deadline");
        thread.setDaemon(true);
        return thread;
    });

    Deadline(Progress progress, Duration patience) {
        var unused = timer.schedule(() -> hangs(progress, patience), patience.toSeconds(), TimeUnit.SECONDS);
    }

    private static void hangs(Progress progress, Duration patience) {
        System.err.println("mendline: gave up after " + patience.toSeconds() + " s while " + progress.current());
        System.exit(ExitCode.CANNOT_WORK);
    }

    /** In time: nothing ends it any more. */
    void met() {
        timer.shutdownNow();
    }

    @Override
    public void close() {
        met();
    }
}
