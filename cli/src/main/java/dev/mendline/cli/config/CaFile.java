package dev.mendline.cli.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Optional;

/** Check of a PEM file with certificate authorities. */
public final class CaFile {
    private CaFile() {}

    /** Returns the error; empty if the file contains a certificate. */
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
        return "the file " + file + " contains no certificate" + "; allowed: a PEM file with certificates";
    }
}
