package dev.mendline.cli.process;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** Resources of a command. They are closed once, when the command ends or is interrupted. */
public final class OpenResources implements AutoCloseable {
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(OpenResources.class);

    private final List<AutoCloseable> resources = new ArrayList<>();
    private final List<Path> folders = new ArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final CountDownLatch unwound = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupted, "mendline-closing");

    public OpenResources() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Returns true once the JVM shuts down. Failures after that are consequences of it. */
    public static boolean isShuttingDown() {
        Thread test = new Thread(() -> {}, "mendline-shutdown-test");
        try {
            Runtime.getRuntime().addShutdownHook(test);
            Runtime.getRuntime().removeShutdownHook(test);
            return false;
        } catch (IllegalStateException shuttingDown) {
            return true;
        }
    }

    /** Waits. Throws {@link Interrupted} once the JVM shuts down. */
    public static void pause(Duration time) {
        if (isShuttingDown()) {
            throw new Interrupted();
        }
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted();
        }
    }

    /** Turns logging off, because Kafka clients log at length when their broker stops. */
    private static void quiet() {
        for (String name : List.of("org.apache.kafka", "kafka", "dev.mendline")) {
            ((Logger) LoggerFactory.getLogger(name)).setLevel(Level.OFF);
        }
    }

    /** Closes this resource before all earlier ones. */
    public synchronized <T extends AutoCloseable> T keep(T resource) {
        if (closed.get()) {
            close(resource);
            throw new Interrupted();
        }
        resources.add(0, resource);
        return resource;
    }

    /** Creates a folder that is deleted when the command ends. */
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

    /** On Ctrl-C, closes the resources, waits up to 3 s for the command to return, then deletes the folders. */
    private void interrupted() {
        if (!closed.get()) {
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
            resources.forEach(OpenResources::close);
        }
    }

    private void deleteFolders() {
        folders.forEach(folder -> close(() -> delete(folder)));
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            LOG.warn("{} did not stop cleanly: {}", resource.getClass().getSimpleName(), e.toString());
        }
    }

    /** Closes all at the same time. Takes as long as the slowest. */
    public static void together(List<AutoCloseable> resources) {
        CompletableFuture.allOf(resources.stream()
                        .map(resource -> CompletableFuture.runAsync(
                                () -> close(resource), closing -> new Thread(closing, "mendline-closing").start()))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
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
