package dev.mendline.bench.method;

import dev.mendline.bench.signature.Wanted;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Signatures to try per literal. */
final class Owners {
    private Owners() {}

    /** Returns the signatures by lower-case literal, because an automaton for all literals has one case rule. */
    static Map<String, int[]> byLiteral(List<Wanted> wanted) {
        Map<String, int[]> owners = new TreeMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            for (String literal : wanted.get(i).literals()) {
                owners.merge(literal.toLowerCase(Locale.ROOT), new int[] {i}, Owners::joined);
            }
        }
        return owners;
    }

    private static int[] joined(int[] some, int[] more) {
        return IntStream.concat(IntStream.of(some), IntStream.of(more)).toArray();
    }
}
