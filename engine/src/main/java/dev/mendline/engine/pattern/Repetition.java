package dev.mendline.engine.pattern;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How often the part before is repeated. */
record Repetition(int min, int max, boolean isGreedy) {
    /** RE2 takes a brace for a character where anything else stands in it. */
    private static final Pattern COUNTED = Pattern.compile("\\{(0|[1-9][0-9]{0,3})(?:(,)(0|[1-9][0-9]{0,3})?)?\\}");

    static @Nullable Repetition read(Cursor cursor) {
        if (cursor.skip("*")) {
            return new Repetition(0, Node.UNBOUNDED, !cursor.skip("?"));
        }
        if (cursor.skip("+")) {
            return new Repetition(1, Node.UNBOUNDED, !cursor.skip("?"));
        }
        if (cursor.skip("?")) {
            return new Repetition(0, 1, !cursor.skip("?"));
        }
        return cursor.isAt("{") ? counted(cursor) : null;
    }

    private static @Nullable Repetition counted(Cursor cursor) {
        Matcher counted = COUNTED.matcher(cursor.rest());
        if (!counted.lookingAt()) {
            return null;
        }
        cursor.skip(counted.group());
        int min = Integer.parseInt(counted.group(1));
        int max = counted.group(3) != null
                ? Integer.parseInt(counted.group(3))
                : counted.group(2) != null ? Node.UNBOUNDED : min;
        return new Repetition(min, max, !cursor.skip("?"));
    }

    Node of(Node body) {
        return Node.repeat(body, min, max, isGreedy);
    }
}
