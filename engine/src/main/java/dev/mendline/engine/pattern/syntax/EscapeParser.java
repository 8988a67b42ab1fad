package dev.mendline.engine.pattern.syntax;

/** Parser of single characters, with or without an escape sequence. */
final class EscapeParser {
    private static final String NAMED = "afnrtv";
    private static final String VALUES = "\u0007\f\n\r\t\u000b";

    private EscapeParser() {}

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
