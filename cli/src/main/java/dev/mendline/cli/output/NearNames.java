package dev.mendline.cli.output;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.Cause;
import dev.mendline.engine.catalog.Symptom;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Suggestions for a misspelled id. */
public final class NearNames {
    private static final int AT_MOST = 5;

    private NearNames() {}

    /** Returns the ids near to the given one as the end of an error message. */
    public static String hint(Catalog catalog, String meant) {
        List<String> near = Stream.concat(
                        catalog.symptoms().stream().map(Symptom::id),
                        catalog.causes().stream().map(Cause::id))
                .distinct()
                .filter(id -> isNear(id, meant))
                .sorted(Comparator.<String>comparingInt(id -> distance(id, meant))
                        .thenComparing(id -> id))
                .limit(AT_MOST)
                .toList();
        return near.isEmpty()
                ? "'mendline catalog list' lists all"
                : "did you mean: " + String.join(", ", near) + "? ('mendline catalog list' lists all)";
    }

    private static boolean isNear(String id, String meant) {
        return meant.length() > 2 && (id.contains(meant) || distance(id, meant) <= Math.max(2, meant.length() / 3));
    }

    /** Returns the Levenshtein distance. */
    public static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
