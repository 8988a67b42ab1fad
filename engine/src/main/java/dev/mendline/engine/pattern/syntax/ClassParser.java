package dev.mendline.engine.pattern.syntax;

import org.jspecify.annotations.Nullable;

/** Parser of character classes. */
final class ClassParser {
    private ClassParser() {}

    /** Reads a bracket expression after its opening bracket. */
    static ByteSet read(Cursor cursor, boolean ignoresCase) {
        boolean isNegated = cursor.skip("^");
        ByteSet set = ByteSet.NONE;
        boolean isFirst = true;
        while (!cursor.hasFailed() && (isFirst || !cursor.isAt("]"))) {
            isFirst = false;
            set = set.plus(part(cursor));
        }
        cursor.skip("]");
        ByteSet whole = ignoresCase ? set.folded() : set;
        return isNegated ? whole.negated() : whole;
    }

    private static ByteSet part(Cursor cursor) {
        if (cursor.isAt("[:")) {
            cursor.fail();
            return ByteSet.NONE;
        }
        ByteSet perl = perl(cursor);
        if (perl != null) {
            return perl;
        }
        int first = EscapeParser.character(cursor);
        int last = first;
        if (cursor.isAt("-") && !cursor.isAt("-]")) {
            cursor.skip("-");
            last = EscapeParser.character(cursor);
        }
        if (last > 127) {
            cursor.fail();
            return ByteSet.NONE;
        }
        return ByteSet.range(first, last);
    }

    /** Reads a Perl class such as {@code \d}; returns null if there is none here. */
    static @Nullable ByteSet perl(Cursor cursor) {
        if (cursor.skip("\\d")) {
            return ByteSet.DIGITS;
        } else if (cursor.skip("\\D")) {
            return ByteSet.DIGITS.negated();
        } else if (cursor.skip("\\w")) {
            return ByteSet.WORDS;
        } else if (cursor.skip("\\W")) {
            return ByteSet.WORDS.negated();
        } else if (cursor.skip("\\s")) {
            return ByteSet.SPACES;
        } else if (cursor.skip("\\S")) {
            return ByteSet.SPACES.negated();
        }
        return null;
    }
}
