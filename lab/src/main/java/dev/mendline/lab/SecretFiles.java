package dev.mendline.lab;

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

    SecretFiles() throws IOException {
        folder = Files.createTempDirectory("mendline-lab-");
    }

    /** Returns a file in the folder, to be deleted on close. */
    Path file(String name) {
        Path file = folder.resolve(name);
        files.add(file);
        return file;
    }

    /** Writes the password of a deployment's user and returns the file. */
    Path keepPassword(String target, String password) throws IOException {
        return Files.writeString(file(target + ".password"), password + "\n");
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
