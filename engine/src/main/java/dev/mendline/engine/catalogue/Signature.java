package dev.mendline.engine.catalogue;

import com.google.re2j.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pattern that recognises a symptom in a text.
 *
 * @param anchors literals of which one must occur, at least 7 bytes of printable ASCII that JSON never escapes, so that
 *     they can be looked for in raw bytes
 * @param pattern linear-time (RE2) with the named captures host, srv, port, address, code, codeName, limit
 * @param beside literals of which one must stand anywhere in the text besides; empty: none needed
 * @param needsSign whether the text must bear a sign of MongoDB besides, because others print the same words
 * @param driver who prints this, when the words alone tell it
 * @param detail a finer distinction within the symptom
 */
public record Signature(
        String symptom,
        List<String> anchors,
        boolean ignoreCase,
        Pattern pattern,
        List<String> beside,
        boolean needsSign,
        @Nullable String driver,
        @Nullable String detail) {
    static final int MIN_ANCHOR = 7;

    public Signature {
        anchors = List.copyOf(anchors);
        beside = List.copyOf(beside);
    }
}
