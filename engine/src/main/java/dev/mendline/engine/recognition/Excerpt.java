package dev.mendline.engine.recognition;

import java.util.List;
import java.util.stream.Collectors;

/** The lines of a long text that a person would read: the first, the causes, the one that decided. */
final class Excerpt {
    static final int MAX = 1_000;
    private static final int MAX_LINE = 400;
    private static final int MAX_LINES = 2_000;

    private Excerpt() {}

    /**
     * Cuts a text that is already redacted.
     *
     * @param line number of the decisive line, from 0
     * @param column where in it the decisive words end
     */
    static String of(String text, int line, int column) {
        List<String> all = text.lines().limit(MAX_LINES).toList();
        if (all.isEmpty()) {
            return "";
        }
        String decisive = all.get(Math.min(line, all.size() - 1));
        String first = all.stream().filter(each -> !each.isBlank()).findFirst().orElse("");
        String kept = all.stream()
                .filter(each -> each.equals(first) || each.contains("aused by") || each.equals(decisive))
                .filter(each -> !each.isBlank() && !isFrame(each))
                .distinct()
                .map(each -> around(each, each.equals(decisive) ? column : 0))
                .collect(Collectors.joining("\n"));
        return kept.length() <= MAX ? kept : kept.substring(0, MAX - 1) + "…";
    }

    private static boolean isFrame(String line) {
        String bare = line.stripLeading();
        return bare.startsWith("at ") || bare.startsWith("... ");
    }

    /** A long line cut so that the given place stays in it. */
    private static String around(String line, int place) {
        if (line.length() <= MAX_LINE) {
            return line.strip();
        }
        int from = Math.max(0, Math.min(place - MAX_LINE / 2, line.length() - MAX_LINE));
        return (from > 0 ? "…" : "") + line.substring(from, from + MAX_LINE).strip() + "…";
    }
}
