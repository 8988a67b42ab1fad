package dev.mendline.cli.config;

import dev.mendline.engine.catalog.Catalog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The option of every command that knows causes and symptoms. */
public final class CatalogOptions {
    @Option(
            names = "--catalog",
            paramLabel = "DIR",
            description =
                    "Folder with additional symptoms/*.yaml and causes/*.yaml. An id that also ships is replaced.")
    List<Path> folders = new ArrayList<>();

    /** What ships and these folders, whatever a configuration says. */
    public Catalog catalog() {
        return Catalog.withFolders(folders);
    }
}
