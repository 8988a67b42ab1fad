package dev.mendline.cli.process;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Probes that run at the same time, in daemon threads. */
public final class ParallelWork {
    private ParallelWork() {}

    /** Returns the results in the order of the items. */
    public static <T, R> List<R> each(List<T> items, int atOnce, Function<T, R> work) {
        ExecutorService pool = Executors.newFixedThreadPool(atOnce, task -> {
            Thread thread = new Thread(task, "mendline-probe");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<R> results = new ArrayList<>();
            for (Future<R> each : pool.invokeAll(items.stream()
                    .<Callable<R>>map(item -> () -> work.apply(item))
                    .toList())) {
                results.add(each.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
