package dev.mendline.engine.matching;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The shipped frequencies, as they lie beside this class. */
final class GramFile {
    static final String NAME = "ordinary-grams.tsv";

    private GramFile() {}

    static String read() {
        try (InputStream file = Objects.requireNonNull(GramFile.class.getResourceAsStream(NAME), NAME)) {
            return new String(file.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
