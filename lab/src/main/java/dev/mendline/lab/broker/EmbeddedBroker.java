package dev.mendline.lab.broker;

import dev.mendline.lab.net.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/** One Kafka node, broker and controller at once (KRaft, KIP-500), inside this process and on 127.0.0.1 only. */
public final class EmbeddedBroker implements AutoCloseable {
    private final KafkaRaftServer server;
    private final DirectoryLock lock;
    private final int port;
    private boolean closed;

    private EmbeddedBroker(KafkaRaftServer server, DirectoryLock lock, int port) {
        this.server = server;
        this.lock = lock;
        this.port = port;
    }

    /**
     * Starts a broker on what a former one left in the directory, or on an empty one.
     *
     * @param dataDirectory all that it keeps; made when missing
     * @param preferredPort the first port to try, the next free one is taken; 0 means any
     * @throws IllegalStateException when another broker runs on the directory, or this one cannot start
     */
    public static EmbeddedBroker start(Path dataDirectory, int preferredPort) {
        try {
            Files.createDirectories(dataDirectory);
            DirectoryLock lock = DirectoryLock.take(dataDirectory);
            try {
                int port = Ports.free(preferredPort);
                BrokerSettings settings = new BrokerSettings(dataDirectory, port, anotherThan(port));
                settings.formatOnce();
                return new EmbeddedBroker(started(settings), lock, port);
            } catch (IOException | RuntimeException | Error e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int anotherThan(int port) {
        int other = Ports.free(0);
        return other == port ? anotherThan(port) : other;
    }

    /** Kafka ends the whole process when a node cannot start; here that is an exception like any other. */
    private static synchronized KafkaRaftServer started(BrokerSettings settings) {
        Exit.setExitProcedure((status, message) -> {});
        Exit.setHaltProcedure((status, message) -> {});
        KafkaRaftServer server = null;
        try {
            server = new KafkaRaftServer(new KafkaConfig(settings.properties()), Time.SYSTEM);
            server.startup();
            return server;
        } catch (RuntimeException | Error e) {
            stop(server, e);
            throw new IllegalStateException(
                    "the broker on " + settings.directory() + " cannot start: " + e.getMessage(), e);
        } finally {
            Exit.resetExitProcedure();
            Exit.resetHaltProcedure();
        }
    }

    private static void stop(@Nullable KafkaRaftServer server, Throwable because) {
        if (server == null) {
            return;
        }
        try {
            server.shutdown();
            server.awaitShutdown();
        } catch (RuntimeException | Error e) {
            because.addSuppressed(e);
        }
    }

    /** {@code host:port} for clients. */
    public String bootstrapServer() {
        return Ports.LOOPBACK + ":" + port;
    }

    public int port() {
        return port;
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            server.shutdown();
            server.awaitShutdown();
        } finally {
            lock.close();
        }
    }
}
