package dev.mendline.cli.output;

import dev.mendline.cli.process.ExitCode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Progress of a long command, printed on standard error with the seconds since its start. */
public final class Progress implements AutoCloseable {
    private final long began = System.nanoTime();
    private volatile String current = "starting";
    private CompletableFuture<Void> deadline = CompletableFuture.completedFuture(null);

    public Progress() {}

    /** Starts a timer that ends the process after this time and prints the step at which it hangs. */
    public Progress(Duration patience) {
        deadline = CompletableFuture.runAsync(
                () -> {
                    System.err.println(
                            "mendline: timed out after " + patience.toSeconds() + " s; last step: " + current);
                    System.exit(ExitCode.CANNOT_WORK);
                },
                CompletableFuture.delayedExecutor(patience.toSeconds(), TimeUnit.SECONDS));
    }

    public void step(String what) {
        current = what;
        System.err.printf("mendline: %5.1f s  %s%n", seconds(), what);
    }

    public double seconds() {
        return (System.nanoTime() - began) / 1e9;
    }

    /** Stops the timer. */
    public void done() {
        deadline.cancel(false);
    }

    @Override
    public void close() {
        done();
    }
}
