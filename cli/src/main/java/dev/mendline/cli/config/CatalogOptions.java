package dev.mendline.cli.config;

import dev.mendline.engine.catalog.Catalog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Option {@code --catalog}. */
public final class CatalogOptions {
    @Option(
            names = "--catalog",
            paramLabel = "DIR",
            description =
                    "Folder with additional symptoms/*.yaml and causes/*.yaml. An id that also ships is replaced.")
    List<Path> folders = new ArrayList<>();

    /** Returns the shipped catalog with these folders, without those of the configuration. */
    public Catalog catalog() {
        return Catalog.withFolders(folders);
    }
}
