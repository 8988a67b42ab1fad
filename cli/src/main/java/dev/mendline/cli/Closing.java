package dev.mendline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends what a command started, once, whether it ends by itself or is interrupted. */
final class Closing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private final List<AutoCloseable> things = new ArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread hook = new Thread(this::run, "mendline-closing");

    Closing() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** To be closed before all that was given earlier. */
    synchronized <T extends AutoCloseable> T keep(T thing) {
        if (closed.get()) {
            close(thing);
            throw new CannotWork("interrupted");
        }
        things.add(0, thing);
        return thing;
    }

    /** A folder that goes when the command ends. */
    Path temporaryFolder() throws IOException {
        Path folder = Files.createTempDirectory("mendline-");
        keep(() -> delete(folder));
        return folder;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private synchronized void run() {
        if (closed.compareAndSet(false, true)) {
            things.forEach(Closing::close);
        }
    }

    private static void close(AutoCloseable thing) {
        try {
            thing.close();
        } catch (Exception e) {
            LOG.warn("{} did not end well: {}", thing.getClass().getSimpleName(), e.toString());
        }
    }

    static void together(List<AutoCloseable> things) {
        List<Thread> threads = things.stream()
                .map(thing -> new Thread(() -> close(thing), "mendline-closing"))
                .toList();
        threads.forEach(Thread::start);
        threads.forEach(Closing::join);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        run();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException inShutdown) {
            LOG.debug("already shutting down");
        }
    }
}
