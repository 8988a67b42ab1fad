package dev.mendline.engine.matching;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Occurrences that a filter finds, and those that a search for each literal at each position finds. */
final class Scans {
    /** Occurrence of a literal, given by its index. */
    record Found(int literal, int position) {}

    private static final Comparator<Found> ORDER =
            Comparator.comparingInt(Found::position).thenComparingInt(Found::literal);

    private Scans() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static List<Found> found(LiteralFilter filter, byte[] text, int from, int to) {
        List<Found> found = new ArrayList<>();
        filter.scan(text, from, to, (literal, position) -> found.add(new Found(literal, position)));
        found.sort(ORDER);
        return found;
    }

    static List<Found> tried(List<Literal> literals, byte[] text, int from, int to) {
        String all = new String(text, from, to - from, StandardCharsets.ISO_8859_1);
        List<Found> found = new ArrayList<>();
        for (int at = 0; at < all.length(); at++) {
            for (int i = 0; i < literals.size(); i++) {
                Literal literal = literals.get(i);
                if (all.regionMatches(
                        literal.ignoreCase(),
                        at,
                        literal.text(),
                        0,
                        literal.text().length())) {
                    found.add(new Found(i, from + at));
                }
            }
        }
        return found;
    }
}
