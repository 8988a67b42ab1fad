package dev.mendline.cli.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Input file of a command; {@code -} is standard input. */
public final class InputFile {
    private InputFile() {}

    /** Checks all files before the first is read. */
    public static void check(Iterable<String> files) {
        for (String file : files) {
            if (!file.equals("-") && !Files.isReadable(Path.of(file))) {
                throw new UsageError(file + " does not exist or cannot be read");
            }
            if (!file.equals("-") && Files.isDirectory(Path.of(file))) {
                throw new UsageError(file + " is a folder; allowed: a file, or - for standard input");
            }
        }
    }

    public static InputStream open(String file) throws IOException {
        return file.equals("-") ? System.in : Files.newInputStream(Path.of(file));
    }
}
