package dev.mendline.engine.pattern;

/** A single character, which may be written as an escape sequence. */
final class Escape {
    private static final String NAMED = "afnrtv";
    private static final String MEANT = "\u0007\f\n\r\t\u000b";

    private Escape() {}

    static int character(Cursor cursor) {
        int c = cursor.next();
        return c == '\\' ? escaped(cursor, cursor.next()) : c;
    }

    private static int escaped(Cursor cursor, int c) {
        if (NAMED.indexOf(c) >= 0) {
            return MEANT.charAt(NAMED.indexOf(c));
        }
        if (c == 'x') {
            return hexadecimal(cursor);
        }
        if (ByteSet.WORDS.contains(c) && c != '_') {
            cursor.lose();
        }
        return c;
    }

    private static int hexadecimal(Cursor cursor) {
        String digits = cursor.skip("{") ? cursor.until('}') : "" + (char) cursor.next() + (char) cursor.next();
        if (!digits.matches("[0-9A-Fa-f]{1,6}")) {
            cursor.lose();
            return 0;
        }
        return Integer.parseInt(digits, 16);
    }
}
