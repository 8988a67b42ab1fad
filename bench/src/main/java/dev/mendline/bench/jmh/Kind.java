package dev.mendline.bench.jmh;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.recognition.Recognizer;
import java.util.function.Predicate;

/** Which lines of a corpus are measured. */
public enum Kind {
    /** All of them, as a log comes. */
    ALL,
    /** Those that are JSON. */
    JSON,
    /** Those that can hold a symptom of the catalog that ships, all that is ever parsed. */
    CANDIDATES;

    Predicate<byte[]> filter() {
        return switch (this) {
            case ALL -> line -> true;
            case JSON -> line -> line[0] == '{';
            case CANDIDATES -> new Recognizer(Catalog.builtIn())::mayMatch;
        };
    }
}
