package dev.mendline.probes.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Runs one check on several items at the same time, so that a silent one does not use up the time of the others. */
public final class ParallelChecks {
    private ParallelChecks() {}

    /**
     * Returns the results in the order of {@code things}. Each check keeps its own time limit and ends on interrupt.
     *
     * @throws InterruptedException if the caller is interrupted; all checks have ended then
     */
    public static <T, R> List<R> each(List<T> things, Function<T, R> check) throws InterruptedException {
        if (things.isEmpty()) {
            return List.of();
        }
        ExecutorService threads = Executors.newFixedThreadPool(things.size(), ParallelChecks::thread);
        try {
            List<R> results = new ArrayList<>();
            for (Future<R> each : threads.invokeAll(things.stream()
                    .<Callable<R>>map(thing -> () -> check.apply(thing))
                    .toList())) {
                results.add(result(each));
            }
            return results;
        } finally {
            threads.shutdownNow();
            threads.awaitTermination(500, TimeUnit.MILLISECONDS);
        }
    }

    private static <R> R result(Future<R> done) throws InterruptedException {
        try {
            return done.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "mendline-probe-check");
        thread.setDaemon(true);
        return thread;
    }
}
