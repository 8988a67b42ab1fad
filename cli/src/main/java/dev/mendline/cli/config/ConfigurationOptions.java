package dev.mendline.cli.config;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.sighting.SightingFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of all commands that read the configuration. */
public final class ConfigurationOptions {
    /** Option {@code --catalog}. */
    public static final class Catalogs {
        @Option(
                names = "--catalog",
                paramLabel = "DIR",
                description = "Folder with additional symptoms/*.yaml and causes/*.yaml. An id that also ships is"
                        + " replaced.")
        private List<Path> folders = new ArrayList<>();

        /** Returns the shipped catalog with these folders, without those of the configuration. */
        public Catalog catalog() {
            return Catalog.withFolders(folders);
        }
    }

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration file. Default: ./mendline.yaml, then the user configuration.")
    @Nullable
    Path config;

    @Mixin
    private Catalogs catalogs = new Catalogs();

    private @Nullable Configuration read;

    public Configuration configuration() {
        if (read == null) {
            read = ConfigurationFile.load(config, System.getenv());
        }
        return read;
    }

    public Catalog catalog() {
        return Catalog.withFolders(catalogs());
    }

    /** Returns the additional catalog folders, those of the configuration first. */
    public List<Path> catalogs() {
        List<Path> all = new ArrayList<>();
        configuration().catalog().directories().forEach(folder -> all.add(Path.of(folder)));
        all.addAll(catalogs.folders);
        return all;
    }

    public SightingFactory sighter(Catalog catalog) {
        Configuration configuration = configuration();
        return new SightingFactory(
                catalog, configuration.inventory(), configuration.redactor(), configuration.samples());
    }
}
