package dev.mendline.notifier.terminal;

import java.util.ArrayList;
import java.util.List;

/** Width of text in terminal columns: an emoji or East Asian character has two (UAX #11), a combining mark none. */
final class Columns {
    private Columns() {}

    /** Wraps at spaces, and within a word only if it is longer than a line. Returns at least one line. */
    static List<String> wrap(String text, int width) {
        return wrap(text, width, 0);
    }

    /**
     * Wraps text behind a prefix.
     *
     * @param taken columns of the first line that the prefix uses
     */
    static List<String> wrap(String text, int width, int taken) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = taken;
        for (String word : text.split(" ", -1)) {
            int space = line.length() == 0 ? 0 : 1;
            if (used + space + width(word) > width && used > 0 && (line.length() > 0 || taken > 0)) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
                space = 0;
            }
            line.append(" ".repeat(space));
            used = append(lines, line, used + space, word, width);
        }
        lines.add(line.toString());
        return lines;
    }

    /** Appends a word, over several lines if needed. Returns the used columns of the last line. */
    private static int append(List<String> lines, StringBuilder line, int used, String word, int width) {
        int at = used;
        for (int character : word.codePoints().toArray()) {
            if (at + width(character) > width) {
                lines.add(line.toString());
                line.setLength(0);
                at = 0;
            }
            line.appendCodePoint(character);
            at += width(character);
        }
        return at;
    }

    static String pad(String text, int width) {
        return text + " ".repeat(Math.max(1, width - width(text)));
    }

    static int width(String text) {
        return text.codePoints().map(Columns::width).sum();
    }

    private static int width(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean wide = (character >= 0x1100 && character <= 0x115F)
                || (character >= 0x2E80 && character <= 0xA4CF)
                || (character >= 0xAC00 && character <= 0xD7A3)
                || (character >= 0xF900 && character <= 0xFAFF)
                || (character >= 0xFF00 && character <= 0xFF60)
                || (character >= 0x1F300 && character <= 0x3FFFD)
                || character == '✅'
                || character == '⚪';
        return wide ? 2 : 1;
    }
}
