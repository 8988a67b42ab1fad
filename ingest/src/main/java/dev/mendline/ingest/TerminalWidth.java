package dev.mendline.ingest;

/** Detector of lines that go on because a terminal broke the line before at its width. */
final class TerminalWidth {
    private static final int MIN = 60;
    private static final int MAX = 400;
    /** Number of equal leading characters that make two lines similar. */
    private static final int ALIKE = 6;

    private int width;
    /** Number of lines of that length. */
    private int count;

    private String last = "";
    private int lastLength;

    /** Returns true if the line goes on with the line before. Each line of the stream must be passed once, in order. */
    boolean isWrapped(String line, int length) {
        boolean isBroken = lastLength == width
                && (count > 1 || length == lastLength)
                && isPossible(lastLength)
                && length <= width
                && length > 0
                && isMidSentence(line);
        if (length > width) {
            width = length;
            count = 0;
        }
        count += length == width ? 1 : 0;
        last = line;
        lastLength = length;
        return isBroken;
    }

    /** Returns false for a capital that begins a sentence, unless the line before ends with a capital, too. */
    private boolean continuesWord(char first) {
        return Character.isLowerCase(first)
                || Character.isDigit(first)
                || (Character.isUpperCase(first) && Character.isUpperCase(last.charAt(last.length() - 1)));
    }

    /** Returns the first characters, with all digits equal. */
    private static String start(String line) {
        return line.substring(0, Math.min(ALIKE, line.length())).replaceAll("\\d", "0");
    }

    private static boolean isPossible(int width) {
        return width >= MIN && width <= MAX;
    }

    private boolean isMidSentence(String line) {
        return continuesWord(line.charAt(0))
                && !start(last).equals(start(line))
                && Continuation.timeEnd(line) == 0
                && Times.atStart(line) == null
                && Levels.inLine(line) == null;
    }
}
