package dev.mendline.notifier.message;

import dev.mendline.model.text.PlainWords;

/**
 * Makes untrusted text safe to show in any channel. Log texts come from strangers, so control characters, direction
 * overrides (UAX #9) and invisible characters are replaced by visible ones or removed.
 */
public final class SafeText {
    private static final int SYMBOLS_FOR_CONTROLS = 0x2400;
    private static final int SYMBOL_FOR_DELETE = 0x2421;
    private static final int REPLACEMENT = 0xFFFD;
    private static final String LINE_END = " ⏎ ";

    private SafeText() {}

    /** Returns one line of at most {@code max} characters. A longer text is cut and ends in {@code …}. */
    public static String of(String text, int max) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), max) + LINE_END.length());
        String stripped = text.strip();
        for (int at = 0; at < stripped.length() && line.length() <= max; ) {
            int character = stripped.codePointAt(at);
            at += Character.charCount(character);
            if (character != '\r' || at == stripped.length() || stripped.charAt(at) != '\n') {
                append(line, character);
            }
        }
        return cut(line.toString().strip(), max);
    }

    private static void append(StringBuilder line, int character) {
        switch (Character.getType(character)) {
            case Character.CONTROL -> control(line, character);
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> lineEnd(line);
            case Character.SPACE_SEPARATOR -> space(line);
            case Character.SURROGATE, Character.PRIVATE_USE -> line.appendCodePoint(REPLACEMENT);
            case Character.FORMAT -> {}
            default -> {
                if (!PlainWords.isInvisible(character)) {
                    line.appendCodePoint(character);
                }
            }
        }
    }

    private static void control(StringBuilder line, int character) {
        if (character == '\n' || character == '\r') {
            lineEnd(line);
        } else if (character == '\t') {
            space(line);
        } else if (character < ' ') {
            line.appendCodePoint(SYMBOLS_FOR_CONTROLS + character);
        } else {
            line.appendCodePoint(character == 0x7F ? SYMBOL_FOR_DELETE : REPLACEMENT);
        }
    }

    private static void lineEnd(StringBuilder line) {
        space(line);
        line.append(LINE_END.strip());
        space(line);
    }

    private static void space(StringBuilder line) {
        if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
            line.append(' ');
        }
    }

    /** Returns the beginning of a text without splitting a surrogate pair. */
    public static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(max - 2)) ? max - 2 : max - 1;
        return text.substring(0, end).stripTrailing() + "…";
    }
}
