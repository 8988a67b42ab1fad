package dev.mendline.cli.process;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** Ends what a command started, once, whether it ends by itself or is interrupted. */
public final class Closing implements AutoCloseable {
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(Closing.class);

    private static volatile boolean stopping;

    private final List<AutoCloseable> things = new ArrayList<>();
    private final List<Path> folders = new ArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final CountDownLatch unwound = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupted, "mendline-closing");

    public Closing() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Whether the process is on its way out: what fails now fails because of that. */
    public static boolean stopping() {
        return stopping;
    }

    /** Kafka tells at length that its broker goes. */
    private static void quiet() {
        for (String name : List.of("org.apache.kafka", "kafka", "dev.mendline")) {
            ((Logger) LoggerFactory.getLogger(name)).setLevel(Level.OFF);
        }
    }

    /** To be closed before all that was given earlier. */
    public synchronized <T extends AutoCloseable> T keep(T thing) {
        if (closed.get()) {
            close(thing);
            throw new Interrupted();
        }
        things.add(0, thing);
        return thing;
    }

    /** A folder that goes when the command ends. */
    public synchronized Path temporaryFolder() throws IOException {
        Path folder = Files.createTempDirectory("mendline-");
        folders.add(folder);
        return folder;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** Ctrl-C: what runs is closed, what is just starting is given a moment to see it, then the folders go. */
    private void interrupted() {
        if (!closed.get()) {
            stopping = true;
            quiet();
            end();
            try {
                var gone = unwound.await(3, TimeUnit.SECONDS);
                LOG.debug("the command has ended: {}", gone);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            deleteFolders();
        }
    }

    private synchronized void end() {
        if (closed.compareAndSet(false, true)) {
            things.forEach(Closing::close);
        }
    }

    private void deleteFolders() {
        folders.forEach(folder -> close(() -> delete(folder)));
    }

    private static void close(AutoCloseable thing) {
        try {
            thing.close();
        } catch (Exception e) {
            LOG.warn("{} did not stop cleanly: {}", thing.getClass().getSimpleName(), e.toString());
        }
    }

    public static void together(List<AutoCloseable> things) {
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
        boolean first = !closed.get();
        end();
        if (first) {
            deleteFolders();
        }
        unwound.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException inShutdown) {
            LOG.debug("already shutting down");
        }
    }
}
