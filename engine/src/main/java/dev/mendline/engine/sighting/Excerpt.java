package dev.mendline.engine.sighting;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Selection of the most useful lines of a long text: the first line, the causes and the decisive line. */
final class Excerpt {
    static final int MAX = 1_000;
    private static final int MAX_LINE = 400;
    private static final int MAX_LINES = 2_000;
    /** Maximum part of a long line around the position that is kept, before it is cut. */
    private static final int AROUND = 2_000;

    private static final String ENDS = " \t\"'(){}[]<>,";

    private Excerpt() {}

    /**
     * Cuts a text that is already redacted.
     *
     * @param words decisive words; if the text no longer contains them, its first line counts instead
     * @param hide replaces what must not be shown; applied before any word is cut
     */
    static String of(String text, String words, UnaryOperator<String> hide) {
        List<String> all = text.lines().limit(MAX_LINES).toList();
        String first = all.stream().filter(each -> !each.isBlank()).findFirst().orElse("");
        String sought = words.lines().findFirst().orElse("").strip();
        String decisive = all.stream()
                .filter(each -> !sought.isEmpty() && each.contains(sought))
                .findFirst()
                .orElse(first);
        String kept = all.stream()
                .filter(each -> each.equals(first) || each.contains("aused by") || each.equals(decisive))
                .filter(each -> !each.isBlank() && !isFrame(each))
                .distinct()
                .map(each -> around(each, each.equals(decisive) ? each.indexOf(sought) + sought.length() : 0, hide))
                .collect(Collectors.joining("\n"));
        return kept.length() <= MAX ? kept : kept.substring(0, MAX - 1) + "…";
    }

    private static boolean isFrame(String line) {
        String bare = line.stripLeading();
        return bare.startsWith("at ") || bare.startsWith("... ");
    }

    /** Cuts a long line around a position. */
    private static String around(String line, int place, UnaryOperator<String> hide) {
        if (line.length() <= MAX_LINE) {
            return hide.apply(line).strip();
        }
        int start = wordFrom(line, Math.max(0, place - AROUND));
        int end = wordTo(line, Math.min(line.length(), Math.max(place, start) + AROUND));
        String piece = start < end ? hide.apply(line.substring(start, end)) : "";
        int from = Math.max(0, Math.min(place - start - MAX_LINE / 2, piece.length() - MAX_LINE));
        int to = Math.min(piece.length(), from + MAX_LINE);
        return (start + from > 0 ? "…" : "") + piece.substring(from, to).strip() + "…";
    }

    /** Returns the first position from which words are whole. */
    private static int wordFrom(String line, int at) {
        int from = at;
        while (from > 0 && from < line.length() && ENDS.indexOf(line.charAt(from - 1)) < 0) {
            from++;
        }
        return from;
    }

    private static int wordTo(String line, int at) {
        int to = at;
        while (to > 0 && to < line.length() && ENDS.indexOf(line.charAt(to)) < 0) {
            to--;
        }
        return to;
    }
}
