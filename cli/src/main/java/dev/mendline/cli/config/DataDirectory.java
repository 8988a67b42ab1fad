package dev.mendline.cli.config;

import dev.mendline.cli.process.CannotWork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Data directory of {@code mendline up}, in which other commands find the address of its broker. */
public record DataDirectory(Path path) {
    private static final String ADDRESS = "broker";

    /** Returns the given directory or {@code ~/.local/share/mendline}. */
    public static DataDirectory of(@Nullable Path given, Map<String, String> environment) {
        if (given != null) {
            return new DataDirectory(given.toAbsolutePath());
        }
        String home = environment.getOrDefault("HOME", System.getProperty("user.home", "."));
        return new DataDirectory(
                Path.of(environment.getOrDefault("XDG_DATA_HOME", home + "/.local/share"), "mendline"));
    }

    /** Locks the directory until the result is closed or the process ends. */
    public AutoCloseable lock() {
        try {
            createForUsAlone();
            FileChannel channel =
                    FileChannel.open(path.resolve("up.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw new CannotWork("another 'mendline up' uses " + path
                        + (address().isPresent() ? " (its broker: " + address().get() + ")" : "")
                        + "; stop it, or pass another --data-dir");
            }
            return () -> {
                Files.deleteIfExists(path.resolve(ADDRESS));
                channel.close();
            };
        } catch (IOException e) {
            throw new CannotWork("cannot use the data directory " + path + ": " + e.getMessage());
        }
    }

    /** Creates the directory readable by its owner only, because it contains raw logs. */
    private void createForUsAlone() throws IOException {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (!Files.exists(path) && posix) {
            Files.createDirectories(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(path);
        }
    }

    /** Locks the file until the channel is closed. Returns false if this or another process holds the lock. */
    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    public void announce(String bootstrapServer) {
        try {
            Files.writeString(path.resolve(ADDRESS), bootstrapServer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the address of the broker that uses this directory. */
    public Optional<String> address() {
        try {
            return Optional.of(Files.readString(path.resolve(ADDRESS)).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
