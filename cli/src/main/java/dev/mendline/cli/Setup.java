package dev.mendline.cli;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.recognition.Sighter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that needs a configuration. */
final class Setup {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration; else ./mendline.yaml, else the user's own.")
    @Nullable
    Path config;

    @Mixin
    private Catalogs catalogs = new Catalogs();

    private @Nullable Configuration read;

    Configuration configuration() {
        Configuration known = read;
        if (known == null) {
            known = ConfigurationFile.load(config, System.getenv());
            read = known;
        }
        return known;
    }

    Catalog catalog() {
        return Catalog.withFolders(catalogs());
    }

    /** The folders that go over what ships, those of the configuration first. */
    List<Path> catalogs() {
        return ConfigurationFile.catalogs(configuration(), catalogs.folders);
    }

    Sighter sighter(Catalog catalog) {
        Configuration configuration = configuration();
        return new Sighter(catalog, configuration.inventory(), configuration.redactor(), configuration.samples());
    }
}
