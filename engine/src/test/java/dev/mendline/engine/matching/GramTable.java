package dev.mendline.engine.matching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the table of the grams that ordinary logs are full of, from the corpus in which nothing of MongoDB fails. */
final class GramTable {
    private static final long MILLION = 1_000_000;

    /** Rarer ones are not worth their line. */
    private static final int LEAST_PER_MILLION = 8;

    private final Map<Integer, Integer> counts = new HashMap<>();
    private long all;

    /** Of the raw lines of all {@code *.log} and {@code *.jsonl} in a folder: no gram reaches over a line's end. */
    static GramFrequencies of(Path folder) {
        GramTable table = new GramTable();
        for (Path file : files(folder)) {
            table.count(file);
        }
        return table.frequencies();
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

    /** Literals are ASCII, so no other gram is ever asked for. */
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
