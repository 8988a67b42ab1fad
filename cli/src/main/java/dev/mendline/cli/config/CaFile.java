package dev.mendline.cli.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Optional;

/** A PEM file with certificates of authorities, looked at before anything depends on it. */
public final class CaFile {
    private CaFile() {}

    /** What is wrong with it; empty when it holds a certificate. */
    public static Optional<String> flaw(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            return Optional.of("the file " + file + " cannot be read; allowed: a PEM file with certificates");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509")
                            .generateCertificates(in)
                            .isEmpty()
                    ? Optional.of(none(file))
                    : Optional.empty();
        } catch (CertificateException | IOException e) {
            return Optional.of(none(file));
        }
    }

    private static String none(Path file) {
        return "no certificate can be read from " + file + "; allowed: a PEM file with certificates";
    }
}
