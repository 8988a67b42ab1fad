package dev.mendline.cli;

import dev.mendline.engine.catalogue.Catalogue;
import dev.mendline.engine.recognition.Sighter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that needs a configuration. */
final class Setup {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration; else ./mendline.yaml, else the user's own.")
    @Nullable
    Path config;

    @Option(
            names = "--catalog",
            paramLabel = "DIR",
            description = "A folder with more symptoms/*.yaml and causes/*.yaml; an id that stands in both is yours.")
    List<Path> catalogs = new ArrayList<>();

    private @Nullable Configuration read;

    Configuration configuration() {
        Configuration known = read;
        if (known == null) {
            known = ConfigurationFile.load(config, System.getenv());
            read = known;
        }
        return known;
    }

    Catalogue catalogue() {
        return Catalogue.withFolders(ConfigurationFile.catalogues(configuration(), catalogs));
    }

    Sighter sighter(Catalogue catalogue) {
        Configuration configuration = configuration();
        return new Sighter(catalogue, configuration.inventory(), configuration.redactor(), configuration.samples());
    }
}
