package dev.mendline.cli.config;

import dev.mendline.model.config.BadFile;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.config.StrictYaml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finder and reader of {@code mendline.yaml}. */
public final class ConfigurationFile {
    private ConfigurationFile() {}

    /**
     * Reads the given file, or {@code ./mendline.yaml}, or the user configuration. Without a file, all defaults apply.
     * Environment variables override the file.
     *
     * @throws BadFile for any mistake
     */
    public static Configuration load(@Nullable Path given, Map<String, String> environment) {
        Optional<Path> file = given != null ? Optional.of(given) : found(environment);
        return file.map(ConfigurationFile::read).orElse(Configuration.DEFAULT).over(environment);
    }

    private static Optional<Path> found(Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", System.getProperty("user.home", "."));
        String config = environment.getOrDefault("XDG_CONFIG_HOME", home + "/.config");
        return Stream.of(Path.of("mendline.yaml"), Path.of(config, "mendline", "mendline.yaml"))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    static Configuration read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new BadFile(
                    file.toString(), 0, null, "cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    public static Configuration parse(String name, String text) {
        Configuration configuration = StrictYaml.read(name, text, Configuration.class);
        Optional.ofNullable(configuration.probes().referenceZone())
                .flatMap(configuration::zoneFlaw)
                .ifPresent(what -> mistake(name, text, what, "probes", "reference-zone"));
        List<Inventory.Target> targets = configuration.targets();
        for (int i = 0; i < targets.size(); i++) {
            caFile(name, text, targets.get(i).tlsCaFile(), "targets", i, "tls-ca-file");
        }
        List<Inventory.Suffix> suffixes = configuration.suffixes();
        for (int i = 0; i < suffixes.size(); i++) {
            caFile(name, text, suffixes.get(i).tlsCaFile(), "suffixes", i, "tls-ca-file");
        }
        return configuration;
    }

    private static void caFile(String name, String text, @Nullable Path file, Object... path) {
        Optional.ofNullable(file).flatMap(ConfigurationFile::caFlaw).ifPresent(what -> mistake(name, text, what, path));
    }

    private static void mistake(String name, String text, String what, Object... path) {
        throw StrictYaml.mistake(name, text, what, path);
    }

    /** Returns the error of a PEM file; empty if it contains a certificate. */
    public static Optional<String> caFlaw(Path file) {
        String flaw = "contains no certificate";
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            flaw = "cannot be read";
        } else {
            try (InputStream in = Files.newInputStream(file)) {
                if (!CertificateFactory.getInstance("X.509")
                        .generateCertificates(in)
                        .isEmpty()) {
                    return Optional.empty();
                }
            } catch (CertificateException | IOException e) {
                // Same as a file without certificates.
            }
        }
        return Optional.of("the file " + file + " " + flaw + "; allowed: a PEM file with certificates");
    }
}
