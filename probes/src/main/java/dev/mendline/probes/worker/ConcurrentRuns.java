package dev.mendline.probes.worker;

import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.ProbeRequest;
import dev.mendline.probes.worker.ProbeQueue.End;
import dev.mendline.probes.worker.ProbeQueue.Taken;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs requests concurrently, with a limited number of threads. A request runs once at a time. Two requests for the
 * same probe and node run one after the other. No request starts or runs after its deadline. Thread-safe.
 */
final class ConcurrentRuns {
    private record Run(Taken taken, ProbeRequest request) {}

    /** Key of requests that must not run at the same time. */
    private record Place(
            String probe, String target, @Nullable Node node) {
        static Place of(ProbeRequest request) {
            return new Place(request.probe(), request.target(), request.node());
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(ConcurrentRuns.class);

    private final ExecutorService threads;
    private final ScheduledExecutorService bells = Executors.newSingleThreadScheduledExecutor(daemons("deadlines"));
    private final Function<ProbeRequest, Duration> left;
    private final Function<ProbeRequest, End> work;
    private final BiConsumer<Taken, End> ending;
    private final Set<String> ids = new HashSet<>();
    /** Requests that wait, by the place that is in use. */
    private final Map<Place, Queue<Run>> behind = new HashMap<>();

    /**
     * Creates it; runs nothing yet.
     *
     * @param left remaining time of a request; negative after its deadline
     * @param work runs a request; does not throw, and ends soon after an interrupt
     * @param ending called with the end of each started request
     */
    ConcurrentRuns(
            int concurrency,
            Function<ProbeRequest, Duration> left,
            Function<ProbeRequest, End> work,
            BiConsumer<Taken, End> ending) {
        this.threads = Executors.newFixedThreadPool(concurrency, daemons("probe"));
        this.left = left;
        this.work = work;
        this.ending = ending;
    }

    void begin(Taken taken, ProbeRequest request) {
        Run run = new Run(taken, request);
        if (!isNew(run)) {
            // Asked twice under one id: the one that runs answers both.
            ending.accept(taken, End.DONE);
        } else if (hasTheFloor(run)) {
            start(run);
        }
    }

    /** Interrupts running requests. Requests that have not started stay unfinished. */
    void stop() {
        threads.shutdownNow();
    }

    /** Waits for the interrupted requests to end. */
    void awaitEnd(Duration limit) throws InterruptedException {
        try {
            if (!threads.awaitTermination(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("A probe did not react to the interrupt within {} ms", limit.toMillis());
            }
        } finally {
            bells.shutdownNow();
        }
    }

    private synchronized boolean isNew(Run run) {
        return ids.add(run.request().id());
    }

    private synchronized boolean hasTheFloor(Run run) {
        Queue<Run> before = behind.putIfAbsent(Place.of(run.request()), new ArrayDeque<>());
        return before == null || !before.add(run);
    }

    /** Releases the request's id and place; returns the next request at that place, if any. */
    private synchronized @Nullable Run leave(Run run) {
        ids.remove(run.request().id());
        Place place = Place.of(run.request());
        Queue<Run> waiting = behind.getOrDefault(place, new ArrayDeque<>());
        Run next = waiting.poll();
        if (next == null) {
            behind.remove(place);
        }
        return next;
    }

    private void start(Run run) {
        try {
            threads.execute(() -> {
                End end = run(run);
                Run next = leave(run);
                ending.accept(run.taken(), end);
                if (next != null) {
                    start(next);
                }
            });
        } catch (RejectedExecutionException stopped) {
            ending.accept(run.taken(), End.AGAIN);
        }
    }

    private End run(Run run) {
        Duration time = left.apply(run.request());
        if (time.isNegative()) {
            LOG.info(
                    "The probe request at {} came after its deadline {}",
                    run.taken().key(),
                    run.request().deadline());
            return End.DONE;
        }
        FutureTask<End> task = new FutureTask<>(() -> work.apply(run.request()));
        Future<?> bell = bells.schedule(() -> task.cancel(true), time.toMillis(), TimeUnit.MILLISECONDS);
        task.run();
        bell.cancel(false);
        return end(run, task);
    }

    /** Stops a request at its deadline, because the engine then counts it as unanswered. */
    private static End end(Run run, FutureTask<End> task) {
        try {
            return task.get();
        } catch (CancellationException e) {
            LOG.info(
                    "The probe request at {} was not answered by its deadline {}",
                    run.taken().key(),
                    run.request().deadline());
            return End.DONE;
        } catch (InterruptedException | ExecutionException e) {
            return End.AGAIN;
        }
    }

    private static ThreadFactory daemons(String what) {
        return work -> {
            Thread thread = new Thread(work, "mendline-" + what);
            thread.setDaemon(true);
            return thread;
        };
    }
}
