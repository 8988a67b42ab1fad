package dev.mendline.engine.pattern.syntax;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parser of characters and character classes. */
final class CharacterParser {
    private static final Map<String, ByteSet> PERL = Map.of(
            "\\d",
            ByteSet.DIGITS,
            "\\D",
            ByteSet.DIGITS.negated(),
            "\\w",
            ByteSet.WORDS,
            "\\W",
            ByteSet.WORDS.negated(),
            "\\s",
            ByteSet.SPACES,
            "\\S",
            ByteSet.SPACES.negated());

    private static final String NAMED = "afnrtv";
    private static final String VALUES = "\u0007\f\n\r\t\u000b";

    private CharacterParser() {}

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
        int first = character(cursor);
        int last = first;
        if (cursor.isAt("-") && !cursor.isAt("-]")) {
            cursor.skip("-");
            last = character(cursor);
        }
        if (last > 127) {
            cursor.fail();
            return ByteSet.NONE;
        }
        return ByteSet.range(first, last);
    }

    /** Reads a Perl class such as {@code \d}; returns null if there is none here. */
    static @Nullable ByteSet perl(Cursor cursor) {
        for (Map.Entry<String, ByteSet> perl : PERL.entrySet()) {
            if (cursor.skip(perl.getKey())) {
                return perl.getValue();
            }
        }
        return null;
    }

    /** Reads a single character, with or without an escape sequence. */
    static int character(Cursor cursor) {
        int c = cursor.next();
        return c == '\\' ? escaped(cursor, cursor.next()) : c;
    }

    private static int escaped(Cursor cursor, int c) {
        if (NAMED.indexOf(c) >= 0) {
            return VALUES.charAt(NAMED.indexOf(c));
        }
        if (c == 'x') {
            return hexadecimal(cursor);
        }
        if (ByteSet.WORDS.contains(c) && c != '_') {
            cursor.fail();
        }
        return c;
    }

    private static int hexadecimal(Cursor cursor) {
        String digits = cursor.skip("{") ? cursor.until('}') : "" + (char) cursor.next() + (char) cursor.next();
        if (!digits.matches("[0-9A-Fa-f]{1,6}")) {
            cursor.fail();
            return 0;
        }
        return Integer.parseInt(digits, 16);
    }
}
