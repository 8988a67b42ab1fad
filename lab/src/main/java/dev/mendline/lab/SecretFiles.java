package dev.mendline.lab;

import dev.mendline.lab.tls.Authority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Temporary folder, readable only by its owner, with the files of the lab's configuration. */
final class SecretFiles implements AutoCloseable {
    private final Path folder;
    private final List<Path> files = new ArrayList<>();

    private SecretFiles(Path folder) {
        this.folder = folder;
    }

    static SecretFiles open() throws IOException {
        return new SecretFiles(Files.createTempDirectory("mendline-lab-"));
    }

    Path keep(Authority authority) throws IOException {
        return authority.writePem(file("authority.pem"));
    }

    /** Writes the password of a deployment's user and returns the file. */
    Path keep(String target, String password) throws IOException {
        return Files.writeString(file(target + ".password"), password + "\n");
    }

    private Path file(String name) {
        Path file = folder.resolve(name);
        files.add(file);
        return file;
    }

    @Override
    public void close() {
        try {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
