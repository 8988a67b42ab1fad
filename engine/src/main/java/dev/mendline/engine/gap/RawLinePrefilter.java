package dev.mendline.engine.gap;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.matching.Literal;
import dev.mendline.engine.matching.LiteralFilter;
import dev.mendline.engine.recognition.ProductAttribution;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which raw lines of a log, in whichever format, deserve to be read: those that bear an anchor of the catalog, and those
 * that may smell of MongoDB's trouble. All others cost one pass over their bytes. Immutable.
 */
public final class RawLinePrefilter {
    /** In lower case; one of them stands in each event that is loud or tells of an exception. */
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

    /** Allocates nothing. An anchor that a terminal's colours cut in two is seen only beside a sign of MongoDB. */
    public boolean isWorthReading(byte[] raw) {
        return anything.isAnyIn(raw, 0, raw.length)
                && (anchors.isAnyIn(raw, 0, raw.length) || loud.isAnyIn(raw, 0, raw.length));
    }
}
