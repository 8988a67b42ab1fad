package dev.mendline.engine.catalog;

import dev.mendline.engine.matching.Literal;
import dev.mendline.engine.pattern.LinePattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pattern that recognises a symptom, or a hint, in a text.
 *
 * @param symptom id of the symptom or hint that it belongs to
 * @param anchors literals of which one must occur, at least 7 bytes of printable ASCII that JSON never escapes, so that
 *     they can be looked for in raw bytes
 * @param pattern linear-time (RE2), looked for in the line in which an anchor stands, with the named captures host, srv,
 *     port, address, code, codeName, limit, rcode, alert
 * @param beside literals of which one must stand anywhere in the text besides
 * @param needsSign whether a sign of MongoDB must stand nearer than another system's, because others print the same words
 * @param within what the part of the text must speak of in which the words stand; null: anything
 * @param byAddress whether the node that the part speaks of must be named by its IP address
 * @param members the best member that the topology in the text must show; null: any, or none at all
 * @param driver who prints this, when the words alone tell it
 * @param detail a finer distinction within the symptom
 */
public record Signature(
        String symptom,
        List<String> anchors,
        boolean ignoreCase,
        LinePattern pattern,
        List<String> beside,
        boolean needsSign,
        @Nullable PassageKind within,
        boolean byAddress,
        @Nullable BestMember members,
        @Nullable String driver,
        @Nullable String detail) {
    static final int MIN_ANCHOR = 7;

    public Signature {
        anchors = List.copyOf(anchors);
        beside = List.copyOf(beside);
    }

    /** Returns the anchors with the case of this signature. */
    public List<Literal> literals() {
        return anchors.stream().map(anchor -> new Literal(anchor, ignoreCase)).toList();
    }
}
