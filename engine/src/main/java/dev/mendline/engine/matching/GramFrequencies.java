package dev.mendline.engine.matching;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * How often grams stand in ordinary logs: what a literal should not be known by. A gram that is not listed is rare.
 *
 * <p>As text, one line per gram in the order of the grams: four characters as folding leaves them, a tab, and how many of
 * a million grams are this one. The underscore stands for what folding makes of it, which no editor shows.
 */
final class GramFrequencies {
    static final GramFrequencies NONE = new GramFrequencies(Map.of());

    private final Map<Integer, Integer> perMillion;

    GramFrequencies(Map<Integer, Integer> perMillion) {
        this.perMillion = Map.copyOf(perMillion);
    }

    /** Those that ship, made from logs in which nothing of MongoDB fails. */
    static GramFrequencies ofOrdinaryLogs() {
        return Shipped.FREQUENCIES;
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

    /** What {@link #parse} reads. */
    String text() {
        Map<String, Integer> sorted = new TreeMap<>();
        perMillion.forEach((gram, frequency) -> sorted.put(Gram.text(gram), frequency));
        return sorted.entrySet().stream()
                .map(gram -> gram.getKey() + '\t' + gram.getValue() + '\n')
                .collect(Collectors.joining());
    }

    int size() {
        return perMillion.size();
    }

    /** Of a million grams of ordinary logs, how many are this one. */
    int of(int gram) {
        return perMillion.getOrDefault(gram, 0);
    }

    void forEach(BiConsumer<Integer, Integer> gramAndFrequency) {
        perMillion.forEach(gramAndFrequency);
    }

    /** Read when they are first asked for. */
    private static final class Shipped {
        static final GramFrequencies FREQUENCIES = parse(GramFile.read());
    }
}
