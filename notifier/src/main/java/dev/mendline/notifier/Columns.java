package dev.mendline.notifier;

import java.util.ArrayList;
import java.util.List;

/** Text in a terminal's columns: an emoji or an East Asian character takes two (UAX #11), a combining mark none. */
final class Columns {
    private Columns() {}

    /** Breaks at spaces, and within a word only where it is longer than a line. At least one line. */
    static List<String> wrap(String text, int width) {
        return wrap(text, width, 0);
    }

    /**
     * Breaks likewise.
     *
     * @param taken columns of the first line that are already in use
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

    /** Appends a word, over as many lines as it needs; answers the columns in use on the last. */
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
