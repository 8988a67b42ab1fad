package dev.mendline.bench.jmh;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.recognition.Recognizer;
import java.util.function.Predicate;

/** Selection of lines from a corpus. */
public enum Kind {
    /** All lines. */
    ALL,
    /** Lines in JSON. */
    JSON,
    /** Lines that may contain a symptom of the shipped catalog, the only ones that are parsed. */
    CANDIDATES;

    Predicate<byte[]> filter() {
        return switch (this) {
            case ALL -> line -> true;
            case JSON -> line -> line[0] == '{';
            case CANDIDATES -> new Recognizer(Catalog.builtIn())::mayMatch;
        };
    }
}
