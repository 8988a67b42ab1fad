package dev.mendline.engine.gap;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.matching.Literal;
import dev.mendline.engine.matching.LiteralFilter;
import dev.mendline.engine.recognition.ProductAttribution;
import java.util.List;
import java.util.stream.Stream;

/**
 * Prefilter for raw log lines of any format. It accepts lines that contain an anchor of the catalog or may be MongoDB
 * errors. All other lines cost one pass over their bytes. Immutable.
 */
public final class RawLinePrefilter {
    /** Words in lower case; every event with a high severity or an exception contains one. */
    private static final List<String> LOUD = List.of(
            "warn",
            "err",
            "exception",
            "fatal",
            "fail",
            "panic",
            "severe",
            "critical",
            "traceback",
            "\"s\":\"e\"",
            "\"s\":\"w\"",
            "\"s\":\"f\"");

    private final LiteralFilter anything;
    private final LiteralFilter anchors;
    private final LiteralFilter loud;

    public RawLinePrefilter(Catalog catalog) {
        List<Literal> known = catalog.signatures()
                .flatMap(signature -> signature.literals().stream())
                .distinct()
                .toList();
        anything = LiteralFilter.of(Stream.concat(known.stream(), anyCase(ProductAttribution.WORDS).stream())
                .toList());
        anchors = LiteralFilter.of(known);
        loud = LiteralFilter.of(anyCase(LOUD));
    }

    private static List<Literal> anyCase(List<String> words) {
        return words.stream().map(word -> new Literal(word, true)).toList();
    }

    /**
     * Returns true if a line must be parsed. Allocates nothing. Misses an anchor that terminal colors split, unless
     * MongoDB's name occurs.
     */
    public boolean isWorthReading(byte[] raw) {
        return anything.isAnyIn(raw, 0, raw.length)
                && (anchors.isAnyIn(raw, 0, raw.length) || loud.isAnyIn(raw, 0, raw.length));
    }
}
