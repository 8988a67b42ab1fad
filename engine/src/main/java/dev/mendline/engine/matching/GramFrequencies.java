package dev.mendline.engine.matching;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

/**
 * Frequencies of grams in ordinary logs. The index avoids frequent grams. A gram that is not listed is rare.
 *
 * <p>The text form has one line per gram, sorted: the four folded characters, a tab, and the frequency per million grams.
 * A folded underscore, which is not printable, is written as an underscore.
 */
final class GramFrequencies {
    static final String FILE = "ordinary-grams.tsv";

    /** Built-in frequencies, counted in the benign corpus. */
    static final GramFrequencies BUILT_IN = read();

    private final Map<Integer, Integer> perMillion;

    GramFrequencies(Map<Integer, Integer> perMillion) {
        this.perMillion = Map.copyOf(perMillion);
    }

    static GramFrequencies parse(String text) {
        Map<Integer, Integer> grams = new HashMap<>();
        text.lines().forEach(line -> {
            if (line.length() < Gram.LENGTH + 2 || line.charAt(Gram.LENGTH) != '\t') {
                throw new IllegalArgumentException("not a gram, a tab and a number: " + line);
            }
            grams.put(
                    Gram.of(line.charAt(0), line.charAt(1), line.charAt(2), line.charAt(3)),
                    Integer.parseInt(line.substring(Gram.LENGTH + 1)));
        });
        return new GramFrequencies(grams);
    }

    /** Returns the frequency of a gram per million grams of ordinary logs. */
    int of(int gram) {
        return perMillion.getOrDefault(gram, 0);
    }

    void forEach(BiConsumer<Integer, Integer> gramAndFrequency) {
        perMillion.forEach(gramAndFrequency);
    }

    private static GramFrequencies read() {
        try (InputStream file = Objects.requireNonNull(GramFrequencies.class.getResourceAsStream(FILE), FILE)) {
            return parse(new String(file.readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
