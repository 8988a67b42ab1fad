package dev.mendline.engine.matching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts the grams of the benign corpus, for the built-in table of frequencies. */
final class GramTable {
    private static final long MILLION = 1_000_000;

    /** Frequency below which a gram is omitted. */
    private static final int LEAST_PER_MILLION = 8;

    private final Map<Integer, Integer> counts = new HashMap<>();
    private long all;

    /** Counts the raw lines of all {@code *.log} and {@code *.jsonl} files in a folder. No gram crosses the end of a line. */
    static GramFrequencies of(Path folder) {
        GramTable table = new GramTable();
        for (Path file : files(folder)) {
            table.count(file);
        }
        return table.frequencies();
    }

    /** Returns the text form, which {@link GramFrequencies#parse} reads. */
    static String text(GramFrequencies frequencies) {
        Map<String, Integer> sorted = new TreeMap<>();
        frequencies.forEach((gram, frequency) -> sorted.put(text(gram), frequency));
        return sorted.entrySet().stream()
                .map(gram -> gram.getKey() + '\t' + gram.getValue() + '\n')
                .collect(Collectors.joining());
    }

    /** Returns the four folded characters. A folded underscore, which is not printable, is written as an underscore. */
    static String text(int gram) {
        StringBuilder text = new StringBuilder(Gram.LENGTH);
        for (int i = 0; i < Gram.LENGTH; i++) {
            int value = (gram >>> (8 * i)) & 0xff;
            text.append(value == ('_' | 0x20) ? '_' : (char) value);
        }
        return text.toString();
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(log|jsonl)"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void count(Path file) {
        try {
            byte[] text = Files.readAllBytes(file);
            int start = 0;
            for (int at = 0; at < text.length; at++) {
                start = text[at] == '\n' ? at + 1 : start;
                if (at - start >= Gram.LENGTH - 1) {
                    counts.merge(Gram.at(text, at - Gram.LENGTH + 1), 1, Integer::sum);
                    all++;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Omits grams that are not ASCII, because literals are ASCII. */
    private GramFrequencies frequencies() {
        return new GramFrequencies(counts.entrySet().stream()
                .filter(gram -> (gram.getKey() & 0x80808080) == 0)
                .filter(gram -> perMillion(gram.getValue()) >= LEAST_PER_MILLION)
                .collect(Collectors.toMap(Map.Entry::getKey, gram -> perMillion(gram.getValue()))));
    }

    private int perMillion(int count) {
        return Math.toIntExact(Math.round((double) count * MILLION / all));
    }
}
