package dev.mendline.engine.pattern.syntax;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Quantifier of the part before it. */
record Quantifier(int min, int max, boolean isGreedy) {
    /** Counted repetition. RE2 reads a brace with any other content as a character. */
    private static final Pattern COUNTED = Pattern.compile("\\{(0|[1-9][0-9]{0,3})(?:(,)(0|[1-9][0-9]{0,3})?)?\\}");

    static @Nullable Quantifier read(Cursor cursor) {
        if (cursor.skip("*")) {
            return new Quantifier(0, Node.UNBOUNDED, !cursor.skip("?"));
        }
        if (cursor.skip("+")) {
            return new Quantifier(1, Node.UNBOUNDED, !cursor.skip("?"));
        }
        if (cursor.skip("?")) {
            return new Quantifier(0, 1, !cursor.skip("?"));
        }
        return cursor.isAt("{") ? counted(cursor) : null;
    }

    private static @Nullable Quantifier counted(Cursor cursor) {
        Matcher counted = COUNTED.matcher(cursor.rest());
        if (!counted.lookingAt()) {
            return null;
        }
        cursor.skip(counted.group());
        int min = Integer.parseInt(counted.group(1));
        int max = counted.group(3) != null
                ? Integer.parseInt(counted.group(3))
                : counted.group(2) != null ? Node.UNBOUNDED : min;
        return new Quantifier(min, max, !cursor.skip("?"));
    }

    Node applyTo(Node body) {
        return Node.repetition(body, min, max, isGreedy);
    }
}
