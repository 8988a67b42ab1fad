package dev.mendline.cli;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Ends a demo that hangs, and says at what. */
final class Deadline implements AutoCloseable {
    private static final long SECONDS = 180;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "mendline-deadline");
        thread.setDaemon(true);
        return thread;
    });

    Deadline(Progress progress) {
        var unused = timer.schedule(() -> hangs(progress), SECONDS, TimeUnit.SECONDS);
    }

    private static void hangs(Progress progress) {
        System.err.println("mendline: gave up after " + SECONDS + " s while " + progress.current());
        System.exit(Mendline.CANNOT_WORK);
    }

    /** In time: nothing ends the demo any more. */
    void met() {
        timer.shutdownNow();
    }

    @Override
    public void close() {
        met();
    }
}
