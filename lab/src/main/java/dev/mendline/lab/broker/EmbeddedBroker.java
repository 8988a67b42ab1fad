package dev.mendline.lab.broker;

import dev.mendline.lab.net.OrderedClose;
import dev.mendline.lab.net.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Kafka node, broker and controller in one (KRaft, KIP-500), in this process and only on 127.0.0.1. */
public final class EmbeddedBroker implements AutoCloseable {
    private final KafkaNode node;
    private final FileChannel lock;
    private final int port;
    private boolean closed;

    private EmbeddedBroker(KafkaNode node, FileChannel lock, int port) {
        this.node = node;
        this.lock = lock;
        this.port = port;
    }

    /**
     * Starts a broker on an empty directory, or on the data of an earlier one.
     *
     * @param dataDirectory directory for all data; created if missing
     * @param preferredPort first port to try, followed by the next free one; 0 means any
     * @throws IllegalStateException if another broker uses the directory, or the broker cannot start
     */
    public static EmbeddedBroker start(Path dataDirectory, int preferredPort) {
        try {
            Files.createDirectories(dataDirectory);
            FileChannel lock = lock(dataDirectory);
            try {
                BrokerSettings settings = BrokerSettings.alone(dataDirectory, preferredPort);
                KafkaNode node = KafkaNode.start(List.of(settings)).get(0);
                return new EmbeddedBroker(node, lock, settings.self().port());
            } catch (RuntimeException | Error e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Takes the lock that prevents a second broker on the directory. The operating system releases it when the process
     * ends.
     *
     * @throws IllegalStateException if this or another process holds the lock
     */
    private static FileChannel lock(Path directory) throws IOException {
        FileChannel file =
                FileChannel.open(directory.resolve("broker.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (file.tryLock() != null) {
                return file;
            }
        } catch (OverlappingFileLockException e) {
            // Held by this process.
        }
        file.close();
        throw new IllegalStateException("another broker runs on the data directory " + directory);
    }

    /** Returns {@code host:port} for clients. */
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
        OrderedClose.all(node, lock);
    }
}
