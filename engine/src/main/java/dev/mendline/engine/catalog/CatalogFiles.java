package dev.mendline.engine.catalog;

import dev.mendline.model.config.BadFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Finder of catalog files: the shipped ones and those of a user's folder. There is no index to edit. */
final class CatalogFiles {
    private static final String ROOT = "dev/mendline/catalog";

    private CatalogFiles() {}

    static List<SourceFile> builtIn() {
        URL root = Objects.requireNonNull(
                CatalogFiles.class.getClassLoader().getResource(ROOT), "the catalog is not on the class path");
        try {
            if (root.openConnection() instanceof JarURLConnection jar) {
                try (FileSystem files =
                        FileSystems.newFileSystem(Path.of(jar.getJarFileURL().toURI()))) {
                    return folder(files.getPath(ROOT), "");
                }
            }
            return folder(Path.of(root.toURI()), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns all {@code symptoms/*.yaml}, {@code causes/*.yaml} and {@code hints/*.yaml} below a folder. */
    static List<SourceFile> folder(Path folder) {
        if (!Files.isDirectory(folder)) {
            String what = "is not a folder; a catalog is a folder with symptoms/*.yaml and causes/*.yaml";
            throw new BadFile(folder.toString(), 0, null, what);
        }
        try {
            return folder(folder, folder + "/");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<SourceFile> folder(Path folder, String prefix) throws IOException {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(file -> read(
                            file, prefix + folder.relativize(file).toString().replace('\\', '/')))
                    .toList();
        }
    }

    private static SourceFile read(Path file, String name) {
        if (!Files.isRegularFile(file)) {
            throw new BadFile(name, 0, null, "is not a file");
        }
        try {
            return new SourceFile(name, Files.readString(file));
        } catch (MalformedInputException e) {
            throw new BadFile(name, 0, null, "is not UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
